package dev.activations.benchmarks;

import dev.activations.measuring.work.Direction;
import dev.activations.measuring.work.Shape;
import dev.activations.measuring.work.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is asked for on the command line, as works and shapes. */
public final class Selection {
  private static final List<Shape> ELEMENTWISE =
      List.of(new Shape(128, 768), new Shape(1024, 1024), new Shape(8192, 4096));

  /** Rows of a classifier, of an attention, of a vocabulary. */
  private static final List<Shape> ROWS =
      List.of(new Shape(64, 1000), new Shape(32768, 128), new Shape(1024, 50257));

  private Selection() {}

  /**
   * The works of a list of names; {@code all} are all of the catalogue, {@code forward}, {@code
   * derivative} and {@code backward} those of one direction.
   *
   * @param names names of works or groups
   * @return each work once
   */
  public static List<Work> works(List<String> names) {
    List<Work> works = new ArrayList<>();
    for (String name : names) {
      switch (name) {
        case "all" -> works.addAll(Work.all());
        case "forward", "derivative", "backward" -> {
          Direction direction = Direction.valueOf(name.toUpperCase(Locale.ROOT));
          Work.all().stream().filter(w -> w.direction() == direction).forEach(works::add);
        }
        default -> works.add(Work.parse(name));
      }
    }
    return works.stream().distinct().toList();
  }

  /**
   * The shapes that a work is timed on when none is asked for.
   *
   * @param work the work
   * @return more for row operations
   */
  public static List<Shape> shapes(Work work) {
    List<Shape> shapes = new ArrayList<>(ELEMENTWISE);
    if (work.onRows()) {
      shapes.addAll(ROWS);
    }
    return shapes;
  }

  /** The numbers of threads of a list; {@code all} are all processors. */
  static List<Integer> threads(List<String> counts) {
    return counts.stream().map(Selection::threads).distinct().toList();
  }

  private static int threads(String count) {
    if (count.equals("all")) {
      return Runtime.getRuntime().availableProcessors();
    }
    try {
      int threads = Integer.parseInt(count);
      if (threads > 0) {
        return threads;
      }
      throw new NumberFormatException("not above 0");
    } catch (NumberFormatException unfit) {
      throw new IllegalArgumentException(
          "a number of threads is 1 or more, or the word all; found " + count, unfit);
    }
  }
}
