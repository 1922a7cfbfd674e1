package dev.activations.cli.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Polylines of points that follow each other: cut at jumps, without the points that lines need not.
 */
final class Joined {
  /** Of the picture: less than a tenth of a pixel. */
  private static final double NEGLIGIBLE = 1e-4;

  private final double jump;
  private final List<List<double[]>> parts = new ArrayList<>();

  /** A curve whose ends meet unless they are farther apart than {@code jump}. */
  Joined(double jump) {
    this.jump = jump;
  }

  /** Adds points (x, y), ascending in x; what is not finite is left out. */
  void add(List<double[]> points) {
    boolean open = meets(points.get(0));
    for (double[] point : points) {
      if (!Double.isFinite(point[1])) {
        open = false;
      } else {
        if (!open) {
          parts.add(new ArrayList<>());
        }
        open = true;
        parts.get(parts.size() - 1).add(point);
      }
    }
  }

  private boolean meets(double... first) {
    if (parts.isEmpty()) {
      return false;
    }
    List<double[]> part = parts.get(parts.size() - 1);
    double[] last = part.get(part.size() - 1);
    return last[0] == first[0] && Math.abs(last[1] - first[1]) <= jump;
  }

  /** The polylines, each x0, y0, x1, y1, ..., for a picture of a width and a height. */
  List<double[]> parts(double width, double height) {
    List<double[]> thinned = new ArrayList<>();
    for (List<double[]> part : parts) {
      boolean[] kept = new boolean[part.size()];
      kept[0] = true;
      kept[part.size() - 1] = true;
      thin(part, 0, part.size() - 1, width, height, kept);
      double[] xy = new double[2 * part.size()];
      int length = 0;
      for (int i = 0; i < kept.length; i++) {
        if (kept[i]) {
          xy[length++] = part.get(i)[0];
          xy[length++] = part.get(i)[1];
        }
      }
      thinned.add(Arrays.copyOf(xy, length));
    }
    return thinned;
  }

  /** Keeps the point farthest from the line between two others (Ramer, Douglas and Peucker). */
  private static void thin(
      List<double[]> part, int from, int to, double width, double height, boolean[] kept) {
    double[] start = part.get(from);
    double dx = (part.get(to)[0] - start[0]) / width;
    double dy = (part.get(to)[1] - start[1]) / height;
    double length = Math.sqrt(dx * dx + dy * dy);
    double most = NEGLIGIBLE * length;
    int farthest = -1;
    for (int i = from + 1; i < to; i++) {
      double px = (part.get(i)[0] - start[0]) / width;
      double py = (part.get(i)[1] - start[1]) / height;
      double distance = Math.abs(px * dy - py * dx);
      if (distance > most) {
        most = distance;
        farthest = i;
      }
    }
    if (farthest >= 0) {
      kept[farthest] = true;
      thin(part, from, farthest, width, height, kept);
      thin(part, farthest, to, width, height, kept);
    }
  }
}
