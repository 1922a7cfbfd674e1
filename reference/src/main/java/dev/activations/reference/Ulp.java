package dev.activations.reference;

/** Errors in units in the last place of float32. */
public final class Ulp {
  private static final int DOUBLE_BIAS = 1023;
  private static final int DOUBLE_FRACTION = 52;
  private static final int FLOAT_FRACTION = 23;

  private Ulp() {}

  /**
   * How far a float is from the true value, in units of the spacing of floats there (the spacing of
   * subnormal floats at least).
   *
   * @param actual the float that was computed
   * @param expected the true value, to more digits than float has
   * @return 0.5 at most for a correctly rounded result; infinity when one is NaN or infinite and
   *     the other is not, and when the true value is zero and the float is not, or is the zero of
   *     the other sign
   */
  public static double error(float actual, double expected) {
    float rounded = (float) expected;
    boolean measurable = isFinite(rounded) && isFinite(actual) && expected != 0;
    return measurable
        ? Math.abs(actual - expected) * unitsPerOne(expected)
        : ofClass(actual, expected, rounded);
  }

  private static double ofClass(float actual, double expected, float rounded) {
    boolean same =
        expected == 0
            ? Float.floatToRawIntBits(actual) == Float.floatToRawIntBits(rounded)
            : Float.compare(actual, rounded) == 0;
    return same ? 0 : Double.POSITIVE_INFINITY;
  }

  /** Comparisons, which false answers for NaN, cost less in a loop than Float.isFinite does. */
  private static boolean isFinite(float value) {
    return Math.abs(value) <= Float.MAX_VALUE;
  }

  /**
   * One over the spacing of floats at a value, that of subnormal floats at least.
   *
   * @param expected a finite number
   * @return a power of two
   */
  public static double unitsPerOne(double expected) {
    int exponent = Math.min(Math.getExponent(expected), Float.MAX_EXPONENT);
    int spacing = Math.max(exponent, Float.MIN_EXPONENT) - FLOAT_FRACTION;
    return Double.longBitsToDouble((long) (DOUBLE_BIAS - spacing) << DOUBLE_FRACTION);
  }
}
