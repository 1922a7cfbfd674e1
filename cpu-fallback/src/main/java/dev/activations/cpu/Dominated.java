package dev.activations.cpu;

import dev.activations.cpu.kernels.RowMath;

/**
 * The element of a row that has most of the probability. Its slope is that of what is left of 1,
 * which is taken from the other elements, or from the logarithm, and never from a difference.
 */
final class Dominated {
  /**
   * How far from 1 the sum of what a softmax left may be, whatever computed it: many equal terms
   * beside a large one round a plain sum of floats by up to 22 2^-24.
   */
  static final double ROUNDED = 0x1p-18;

  private static final float LN_HALF = -0.6931472f;

  private Dominated() {}

  static boolean isProbability(float y) {
    return y > 0.5f;
  }

  static boolean isLogarithm(float y) {
    return y > LN_HALF && y <= 0;
  }

  /** The sum of some numbers without one of them. */
  static double sumBesides(float[] numbers, int from, int count, int column) {
    double sum = 0;
    for (int i = 0; i < column; i++) {
      sum += numbers[from + i];
    }
    for (int i = column + 1; i < count; i++) {
      sum += numbers[from + i];
    }
    return sum;
  }

  /** The sum of products without one of them, which underflow in double no more. */
  static double productsBesides(
      float[] y, int yFrom, float[] dy, int dyFrom, int count, int column) {
    double sum = 0;
    for (int i = 0; i < column; i++) {
      sum += (double) y[yFrom + i] * dy[dyFrom + i];
    }
    for (int i = column + 1; i < count; i++) {
      sum += (double) y[yFrom + i] * dy[dyFrom + i];
    }
    return sum;
  }

  /**
   * y (dy - sum(y dy)) of one column.
   *
   * @param y its probability
   * @param rest the probability of all others
   * @param dy its gradient
   * @param others the sum of y dy of all others
   */
  static double slopeOfProbability(double y, double rest, double dy, double others) {
    // What is no distribution has the formula as it stands.
    double left = Math.abs(y + rest - 1) <= ROUNDED ? rest : 1 - y;
    return y * (left * dy - others);
  }

  /**
   * dy - exp(y) sum(dy) of one column.
   *
   * @param y the logarithm of its probability
   * @param dy its gradient
   * @param others the sum of dy of all others
   */
  static double slopeOfLogarithm(double y, double dy, double others) {
    double half = RowMath.expm1(0.5 * y);
    double minusLeft = half * (half + 2);
    return -minusLeft * dy - (minusLeft + 1) * others;
  }
}
