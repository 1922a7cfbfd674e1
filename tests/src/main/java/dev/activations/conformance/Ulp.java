package dev.activations.conformance;

/** Errors in units in the last place of float32. */
public final class Ulp {
  private Ulp() {}

  /**
   * How far a float is from the true value, in units of the spacing of floats there (the spacing of
   * subnormal floats at least).
   *
   * @param actual the float that was computed
   * @param expected the true value, to more digits than float has
   * @return 0.5 at most for a correctly rounded result; infinity when one is NaN or infinite and
   *     the other is not, or when exactly one of them is zero or both are zeros of different sign
   */
  public static double error(float actual, double expected) {
    if (Double.isNaN(expected) || Float.isNaN(actual)) {
      return Double.isNaN(expected) && Float.isNaN(actual) ? 0 : Double.POSITIVE_INFINITY;
    }
    float rounded = (float) expected;
    if (Float.isInfinite(rounded) || Float.isInfinite(actual)) {
      return rounded == actual ? 0 : Double.POSITIVE_INFINITY;
    }
    if (expected == 0) {
      return Float.floatToRawIntBits(actual) == Float.floatToRawIntBits(rounded)
          ? 0
          : Double.POSITIVE_INFINITY;
    }
    // Math.ulp steps up at a power of two: below it the spacing is that of the lower binade.
    double unit = Math.ulp((float) Math.min(Math.abs(expected), Float.MAX_VALUE));
    if (Math.abs(rounded) > Math.abs(expected)) {
      unit = Math.ulp(Math.nextDown(Math.abs(rounded)));
    }
    return Math.abs(actual - expected) / unit;
  }
}
