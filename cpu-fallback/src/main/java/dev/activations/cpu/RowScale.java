package dev.activations.cpu;

import dev.activations.RowOperation;
import dev.activations.RowOperation.Kind;
import dev.activations.cpu.kernels.RowConstants;
import dev.activations.cpu.kernels.RowMath;

/** Sets the numbers that the loops over a row take, and knows the range of float32. */
final class RowScale {
  /** Temperatures that float32 can work with. */
  private static final double COLDEST = 0x1p-20;

  private static final double HOTTEST = 0x1p20;

  /** Beyond this |x / temperature| the exponents leave what a float rounds to integers. */
  private static final double LARGEST_EXPONENT = 0x1p20;

  /** Exponentials of so many powers of two less than 2^N are zero. */
  private static final int ZERO = 151;

  /** A difference of any gradient and this is a float still. */
  private static final float LARGEST_TOTAL = 0x1p100f;

  private static final double LN2 = 0.6931471805599453;

  /** As the generated kernels have it: with an exponent of 25, which their polynomials undo. */
  private static final float OFFSET = 12582912f + 127 + 25;

  private RowScale() {}

  /** Whether loops in float32 can work with the temperature. */
  static boolean fits(RowOperation f) {
    return f.temperature() >= COLDEST && f.temperature() <= HOTTEST;
  }

  /** Whether exponentials are of something else than x. */
  static boolean isScaled(RowOperation f) {
    return f.kind() == Kind.SOFTMIN || f.temperature() != 1;
  }

  private static double sign(RowOperation f) {
    return f.kind() == Kind.SOFTMIN ? -1 : 1;
  }

  /** For exponentials as they are. */
  static void unshift(RowConstants c, RowOperation f) {
    set(c, f, 0);
  }

  /** For exponentials in proportion to the largest; false where float32 is not enough. */
  static boolean shift(RowConstants c, RowOperation f, float top) {
    c.top = top;
    double exponent = exponent(c, f);
    if (!(Math.abs(exponent) <= LARGEST_EXPONENT)) {
      return false;
    }
    set(c, f, Math.rint(exponent / LN2));
    return true;
  }

  /** What the largest exponential is of. */
  static double exponent(RowConstants c, RowOperation f) {
    return sign(f) * c.top / f.temperature();
  }

  private static void set(RowConstants c, RowOperation f, double power) {
    double factor = 1 / f.temperature();
    c.sign = (float) sign(f);
    factor(c, factor);
    c.offset = (float) (OFFSET - power);
    c.lowest = (float) ((power - ZERO) * LN2 / factor);
  }

  static void factor(RowConstants c, double factor) {
    c.factor = (float) factor;
    c.factorLow = (float) (factor - c.factor);
  }

  static void logarithm(RowConstants c, double logarithm) {
    c.logarithm = (float) logarithm;
    c.logarithmLow = (float) (logarithm - c.logarithm);
  }

  /**
   * log(sum exp(sign (x - top) factor)), of the sum without the largest exponential, which is taken
   * from the top itself.
   */
  static double logarithm(RowConstants c, RowOperation f, double others) {
    double exponent = exponent(c, f);
    double n = Math.rint(exponent / LN2);
    double power = OFFSET - c.offset;
    return RowMath.log1p(Math.scalb(others, (int) (power - n)) / RowMath.exp(exponent - n * LN2));
  }

  /** For the backward of softmax and log_softmax; false where float32 is not enough. */
  static boolean total(RowConstants c, RowOperation f, double sum) {
    c.total = (float) sum;
    factor(c, sign(f) / f.temperature());
    return Math.abs(c.total) <= LARGEST_TOTAL;
  }
}
