package dev.activations.cpu;

import dev.activations.RowOperation;
import dev.activations.RowOperation.Kind;
import java.util.Arrays;

/**
 * The backwards of softmax, softmin and log_softmax on a row of float64, for gradients and
 * temperatures of all magnitudes: sums are compensated and scaled, so that nothing overflows or
 * loses digits before the result does.
 *
 * <p>An element with more than half of the probability gets its slope from the others: dy_i (1 -
 * y_i) - sum(dy_j y_j), where dy_i - sum over all would have lost its digits. An infinity or NaN in
 * dy makes the row NaN.
 */
final class DoubleSlopes {
  /** Beyond this a sum of 2^31 terms might overflow. */
  private static final double LARGE = 0x1p960;

  /** Below this products of two terms come near the subnormal numbers. */
  private static final double SMALL = 0x1p-440;

  private static final int DOWN = -64;
  private static final double SCALE_DOWN = 0x1p-64;

  /** Makes a normal number of the product of any two. */
  private static final int UP = 1074;

  private static final double HALF_UP = 0x1p537;
  private static final double LOG_HALF = -0.6931471805599453;

  private final CompensatedSum sum = new CompensatedSum();

  /** The sum over all elements, and over all but the one that dominates. */
  private final Wide all = new Wide();

  private final Wide others = new Wide();
  private final Wide own = new Wide();
  private final Wide term = new Wide();

  /** dx = the backward of f. */
  void backward(
      RowOperation f,
      double[] y,
      int yFrom,
      double[] dy,
      int dyFrom,
      double[] dx,
      int dxFrom,
      int columns) {
    boolean logarithm = f.kind() == Kind.LOG_SOFTMAX;
    double divisor = f.kind() == Kind.SOFTMIN ? -f.temperature() : f.temperature();
    int top = -1;
    for (int i = 0; i < columns; i++) {
      if (!(Math.abs(dy[dyFrom + i]) <= Double.MAX_VALUE) || Double.isNaN(y[yFrom + i])) {
        Arrays.fill(dx, dxFrom, dxFrom + columns, Double.NaN);
        return;
      }
      top = y[yFrom + i] > (logarithm ? LOG_HALF : 0.5) ? i : top;
    }
    double share = 1;
    sumOthers(logarithm, y, yFrom, dy, dyFrom, columns, top);
    all.set(others);
    if (top >= 0) {
      own.set(dy[dyFrom + top]);
      all.plus(logarithm ? own : own.times(y[yFrom + top]));
      share = logarithm ? -StrictMath.expm1(y[yFrom + top]) : sumBesides(y, yFrom, columns, top);
    }
    for (int i = 0; i < columns; i++) {
      double value = y[yFrom + i];
      own.set(dy[dyFrom + i]).times(i == top ? share : 1);
      term.set(i == top ? others : all);
      if (logarithm) {
        term.timesExp(value);
      } else {
        own.times(value);
        term.times(value);
      }
      dx[dxFrom + i] = own.minus(term).over(divisor);
    }
  }

  private void sumOthers(
      boolean logarithm, double[] y, int yFrom, double[] dy, int dyFrom, int columns, int top) {
    double size = 0;
    for (int i = 0; i < columns; i++) {
      double weight = logarithm ? 1 : y[yFrom + i];
      size = i == top ? size : Math.max(size, Math.abs(dy[dyFrom + i] * weight));
    }
    int scale = size > LARGE ? DOWN : size < SMALL ? UP : 0;
    sum.clear();
    for (int i = 0; i < columns; i++) {
      if (i != top) {
        sum.add(scaled(dy[dyFrom + i], logarithm ? 1 : y[yFrom + i], scale));
      }
    }
    others.set(sum.value()).scaled(-scale);
  }

  private double sumBesides(double[] y, int yFrom, int columns, int top) {
    sum.clear();
    for (int i = 0; i < columns; i++) {
      if (i != top) {
        sum.add(y[yFrom + i]);
      }
    }
    return sum.value();
  }

  /** a y 2^scale, of a y in [0, 1]. */
  private static double scaled(double a, double y, int scale) {
    if (scale == DOWN) {
      return a * SCALE_DOWN * y;
    }
    if (scale == 0) {
      return a * y;
    }
    return Math.abs(a) < 1 ? (a * HALF_UP) * (y * HALF_UP) : a * (y * HALF_UP * HALF_UP);
  }
}
