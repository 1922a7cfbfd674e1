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

  /** Next to it does not show what products of a row lose where they are subnormal. */
  private static final float SMALLEST_TOTAL = 0x1p-80f;

  /** Gradients of logsumexp that an exponential of the top can be as large as. */
  private static final double LARGEST_NUMERATOR = 0x1p90;

  /** What exponentials of a logarithm are as large as, so that those far below have digits. */
  private static final double LARGEST_TERM = 0x1p64;

  /** Terms that make less than this may be subnormal, and lack digits. */
  private static final double SMALLEST_OTHERS = 0x1p-100;

  /** A larger numerator would show the digits that subnormal exponentials lack. */
  private static final double LARGEST_UNSHIFTED = 2;

  /** The low part of what a smaller one gives with the largest sum is no float. */
  private static final double SMALLEST_UNSHIFTED = 0x1p-24;

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
    return shift(c, f, top, 1);
  }

  /**
   * For exponentials in proportion to the largest, which are to be multiplied with a numerator: a
   * large one is part of the proportion, since small exponentials would lack digits next to it.
   */
  static boolean shift(RowConstants c, RowOperation f, float top, double numerator) {
    c.top = top;
    double exponent = exponent(c, f);
    if (!(Math.abs(exponent) <= LARGEST_EXPONENT && Math.abs(numerator) <= LARGEST_NUMERATOR)) {
      return false;
    }
    set(c, f, Math.rint(exponent / LN2) - Math.max(0, Math.getExponent(numerator)));
    return true;
  }

  /** {@link #shift} for a logarithm, whose sum without the largest exponential may be tiny. */
  static boolean shiftLogarithm(RowConstants c, RowOperation f, float top) {
    return shift(c, f, top, LARGEST_TERM);
  }

  /** Whether the terms beside one that dominates are so small that they have to be shifted. */
  static boolean lacksDigits(double others, int columns) {
    return columns > 1 && others < SMALLEST_OTHERS;
  }

  /** Whether exponentials without a shift can be multiplied with numerator / sum. */
  static boolean isUnshifted(double numerator) {
    double size = Math.abs(numerator);
    return size == 0 || (size >= SMALLEST_UNSHIFTED && size <= LARGEST_UNSHIFTED);
  }

  /** What the largest exponential is of. */
  static double exponent(RowConstants c, RowOperation f) {
    return sign(f) * c.top / f.temperature();
  }

  private static void set(RowConstants c, RowOperation f, double power) {
    double factor = 1 / f.temperature();
    c.sign = (float) sign(f);
    factor(c, factor);
    exponents(c, power, factor);
  }

  /** For exponentials times 2^-power. */
  private static void exponents(RowConstants c, double power, double factor) {
    c.offset = (float) (OFFSET - power);
    c.lowest = (float) ((power - ZERO) * LN2 / factor);
  }

  static void factor(RowConstants c, double factor) {
    c.factor = (float) factor;
    c.factorLow = (float) (factor - c.factor);
  }

  /**
   * Two floats of one sign, so that a product that is zero keeps its sign, and one that is infinite
   * is no NaN.
   */
  static void signedFactor(RowConstants c, double factor) {
    float high = (float) factor;
    c.factor = Math.abs(high) > Math.abs(factor) ? Math.nextAfter(high, 0) : high;
    c.factorLow = Math.copySign((float) (factor - c.factor), c.factor);
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

  /** For the backward of softmax; false where float32 is not enough. */
  static boolean totalOfProducts(RowConstants c, RowOperation f, double sum) {
    c.total = (float) sum;
    slope(c, f);
    return isTotal(c.total);
  }

  /** Whether a sum of products of floats is good: large enough, and none of them overflowed. */
  static boolean isTotal(double sum) {
    return Math.abs(sum) <= LARGEST_TOTAL && Math.abs(sum) >= SMALLEST_TOTAL;
  }

  /** For the backward of softmax, of gradients that are all zero. */
  static void noTotal(RowConstants c, RowOperation f) {
    c.total = 0;
    slope(c, f);
  }

  /** For the backward of log_softmax; false where float32 is not enough. */
  static boolean totalOfGradients(RowConstants c, RowOperation f, double sum) {
    slope(c, f);
    double scaled = sum * c.scale;
    if (!(Math.abs(scaled) <= LARGEST_TOTAL)) {
      return false;
    }
    int exponent = scaled == 0 ? 0 : Math.getExponent(scaled) + 1;
    c.total = (float) Math.scalb(scaled, -exponent);
    exponents(c, -exponent, 1);
    return true;
  }

  /** sign slope / temperature. */
  static double sloped(RowOperation f, double slope) {
    return sign(f) * slope / f.temperature();
  }

  /** sign / temperature as a power of two from 1 on, and what is at most 2. */
  private static void slope(RowConstants c, RowOperation f) {
    double factor = 1 / f.temperature();
    c.scale = Math.scalb(1f, Math.max(0, Math.getExponent(factor)));
    signedFactor(c, sign(f) * factor / c.scale);
    if (c.scale > 1 && c.factorLow == 0) {
      // An infinity times this zero would be NaN; the sum of the two is the same.
      float high = c.factor;
      c.factor = Math.nextAfter(high, 0);
      c.factorLow = high - c.factor;
    }
  }
}
