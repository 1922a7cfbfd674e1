package dev.activations.cpu;

import dev.activations.RowOperation.Kind;
import dev.activations.cpu.kernels.ExactLanes;
import dev.activations.cpu.kernels.KernelLibrary;
import dev.activations.cpu.kernels.LaneSums;
import dev.activations.cpu.kernels.RowConstants;
import dev.activations.cpu.kernels.RowKernels;
import dev.activations.cpu.kernels.Scratch;
import dev.activations.cpu.kernels.SplitLanes;
import java.util.Arrays;

/**
 * A pass over a chunk of a row, on one thread: block by block, and what is no whole number of
 * vectors through an array of 16. Sums run in 16 lanes of float32 over a block and are added up in
 * double, in an order that neither vectors nor threads change.
 */
final class RowLoops {
  /** Columns whose sum is one double; also what a thread takes of a long row at a time. */
  static final int CHUNK = 1 << 16;

  private static final int LANES = RowKernels.LANES;

  private final Scratch scratch;

  /** The largest term of the last {@link RowPass#SUMS}. */
  private double largest;

  RowLoops(Scratch scratch) {
    this.scratch = scratch;
  }

  /** What {@link RowPass#SUMS} left out of the sum. */
  double largest() {
    return largest;
  }

  /** A pass over some columns; the sum, or the largest element. */
  double run(RowPass pass, RowWork row, RowConstants c, int from, int count) {
    if (pass.isExtreme()) {
      boolean minimum = pass == RowPass.TOP && row.operation.kind() == Kind.SOFTMIN;
      return extreme(row, minimum, row.xFrom + from, count);
    }
    double sum = 0;
    largest = 0;
    for (int done = 0; done < count; done += Scratch.BLOCK) {
      int n = Math.min(Scratch.BLOCK, count - done);
      int whole = n & -LANES;
      int at = from + done;
      if (pass.isSum()) {
        Arrays.fill(scratch.lanes(), 0);
      }
      if (pass.isOfExponentials()) {
        Arrays.fill(scratch.lost(), 0);
        Arrays.fill(scratch.most(), 0);
      }
      if (whole > 0) {
        step(
            pass,
            row,
            c,
            row.x,
            row.xFrom + at,
            row.dy,
            row.dyFrom + at,
            row.y,
            row.yFrom + at,
            whole);
      }
      if (whole < n) {
        tail(pass, row, c, at + whole, n - whole);
      }
      if (pass == RowPass.SUMS) {
        SplitLanes.fold(scratch.lanes(), scratch.lost(), scratch.most(), 0);
        double term = SplitLanes.largest(scratch.most(), 0);
        sum +=
            SplitLanes.others(scratch.lanes(), scratch.lost(), scratch.most(), 0)
                + Math.min(largest, term);
        largest = Math.max(largest, term);
      } else if (pass == RowPass.EXPONENTIALS) {
        ExactLanes.fold(scratch.lanes(), scratch.lost(), 0);
        sum += ExactLanes.total(scratch.lanes(), scratch.lost(), 0);
      } else if (pass.isSum()) {
        sum += LaneSums.total(scratch.lanes(), 0);
      }
    }
    return sum;
  }

  private void step(
      RowPass pass,
      RowWork row,
      RowConstants c,
      float[] x,
      int xFrom,
      float[] dy,
      int dyFrom,
      float[] y,
      int yFrom,
      int count) {
    RowKernels kernels = row.library.rows();
    boolean scaled = RowScale.isScaled(row.operation);
    float[] lanes = scratch.lanes();
    float[] lost = scratch.lost();
    float[] most = scratch.most();
    switch (pass) {
      case TOP:
      case PEAK:
        break;
      case EXPONENTIALS:
        if (scaled) {
          kernels.scaledExponentials(c, scratch, x, xFrom, y, yFrom, count, lanes, lost);
        } else {
          kernels.exponentials(c, scratch, x, xFrom, y, yFrom, count, lanes, lost);
        }
        break;
      case SUMS:
        if (scaled) {
          kernels.scaledSums(c, scratch, x, xFrom, count, lanes, lost, most);
        } else {
          kernels.sums(c, scratch, x, xFrom, count, lanes, lost, most);
        }
        break;
      case SCALE:
        kernels.scale(c, scratch, y, yFrom, count);
        break;
      case SHIFT:
        if (scaled) {
          kernels.scaledShift(c, scratch, x, xFrom, y, yFrom, count);
        } else {
          kernels.shift(c, scratch, x, xFrom, y, yFrom, count);
        }
        break;
      case LOGARITHMS:
        kernels.logarithms(c, scratch, x, xFrom, y, yFrom, count);
        break;
      case PRODUCTS:
        kernels.products(c, scratch, x, xFrom, dy, dyFrom, count, lanes);
        break;
      case GRADIENTS:
        kernels.gradients(c, scratch, dy, dyFrom, count, lanes);
        break;
      case SOFTMAX_BACKWARD:
        kernels.softmaxBackward(c, scratch, x, xFrom, dy, dyFrom, y, yFrom, count);
        break;
      case LOG_SOFTMAX_BACKWARD:
        kernels.logSoftmaxBackward(c, scratch, x, xFrom, dy, dyFrom, y, yFrom, count);
        break;
    }
  }

  private void tail(RowPass pass, RowWork row, RowConstants c, int at, int count) {
    // What has an exponential of zero, so that it changes no sum.
    float none = pass.isOfExponentials() ? c.sign * Float.NEGATIVE_INFINITY : 0;
    float[] x = tail(0, row.x, row.xFrom + at, count, none);
    float[] dy = pass.takesGradient() ? tail(1, row.dy, row.dyFrom + at, count, 0) : x;
    float[] y = pass == RowPass.SCALE ? tail(2, row.y, row.yFrom + at, count, 0) : scratch.tail(2);
    step(pass, row, c, x, 0, dy, 0, y, 0, LANES);
    if (pass.writes()) {
      System.arraycopy(y, 0, row.y, row.yFrom + at, count);
    }
  }

  private float[] tail(int index, float[] values, int from, int count, float rest) {
    float[] tail = scratch.tail(index);
    System.arraycopy(values, from, tail, 0, count);
    Arrays.fill(tail, count, LANES, rest);
    return tail;
  }

  /** NaN does not count. */
  private static float extreme(RowWork row, boolean minimum, int from, int count) {
    KernelLibrary library = row.library;
    int whole = count - count % library.multiple();
    float top = minimum ? library.minimum(row.x, from, whole) : library.maximum(row.x, from, whole);
    for (int i = from + whole; i < from + count; i++) {
      if (minimum ? row.x[i] < top : row.x[i] > top) {
        top = row.x[i];
      }
    }
    return top;
  }
}
