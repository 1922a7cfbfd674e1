package dev.activations.measuring.accuracy;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * A definition at floats that follow each other, without evaluating it at each: between every 32nd
 * one it is the cubic through four of these. Each stretch is compared with the definition in its
 * middle, where the cubic is farthest off, and where they do not agree to the definition's own
 * error, as at kinks and zeros, every float is evaluated.
 */
final class ConsecutiveFloats {
  /** Floats from one evaluation to the next: an error of 2^-50 where exp(-x^2 / 2) is steepest. */
  static final int STRETCH = 32;

  private static final double TOLERANCE = 0x1p-49;

  /** Values below it have fewer digits. */
  private static final double SMALLEST = 0x1p-960;

  private static final double[][] WEIGHTS = new double[4][STRETCH];

  static {
    for (int i = 0; i < STRETCH; i++) {
      double t = (double) i / STRETCH;
      WEIGHTS[0][i] = -t * (t - 1) * (t - 2) / 6;
      WEIGHTS[1][i] = (t + 1) * (t - 1) * (t - 2) / 2;
      WEIGHTS[2][i] = -(t + 1) * t * (t - 2) / 2;
      WEIGHTS[3][i] = (t + 1) * t * (t - 1) / 6;
    }
  }

  private final DoubleUnaryOperator definition;

  ConsecutiveFloats(DoubleUnaryOperator definition) {
    this.definition = definition;
  }

  /**
   * Writes the values at the first floats of an array.
   *
   * @param x floats with consecutive bits, of one binade
   * @param count a multiple of {@link #STRETCH}
   * @param expected gets the values
   */
  void fill(float[] x, int count, double[] expected) {
    double first = x[0];
    double step = x[1] - first;
    double before = definition.applyAsDouble(first - STRETCH * step);
    double left = definition.applyAsDouble(first);
    double right = definition.applyAsDouble(first + STRETCH * step);
    for (int from = 0; from < count; from += STRETCH) {
      double after = definition.applyAsDouble(first + (from + 2 * STRETCH) * step);
      int middle = from + STRETCH / 2;
      double exact = definition.applyAsDouble(x[middle]);
      if (before == left && left == exact && exact == right && right == after) {
        Arrays.fill(expected, from, from + STRETCH, exact);
      } else {
        interpolate(expected, from, before, left, right, after);
        double size = Math.abs(exact);
        if (size < SMALLEST || !(Math.abs(expected[middle] - exact) <= TOLERANCE * size)) {
          evaluate(x, from, expected);
        }
        expected[from] = left; // with the sign of its zero
      }
      before = left;
      left = right;
      right = after;
    }
  }

  private static void interpolate(
      double[] expected, int from, double f0, double f1, double f2, double f3) {
    for (int i = 0; i < STRETCH; i++) {
      expected[from + i] =
          (f0 * WEIGHTS[0][i] + f3 * WEIGHTS[3][i]) + (f1 * WEIGHTS[1][i] + f2 * WEIGHTS[2][i]);
    }
  }

  private void evaluate(float[] x, int from, double[] expected) {
    for (int i = from; i < from + STRETCH; i++) {
      expected[i] = definition.applyAsDouble(x[i]);
    }
  }
}
