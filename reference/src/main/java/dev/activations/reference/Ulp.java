package dev.activations.reference;

/** Errors in units in the last place of float32. */
public final class Ulp {
  private static final int DOUBLE_BIAS = 1023;
  private static final int DOUBLE_FRACTION = 52;
  private static final int FLOAT_FRACTION = 23;

  /** From here on a value rounds to infinity. */
  private static final double OVERFLOW = 0x1.ffffffp127;

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
   * Whether a float is as near to the true value as it has to be. Next to the end of the float line
   * a true value beyond it may give the largest float, and one within it infinity.
   *
   * @param actual the float that was computed
   * @param expected the true value, to more digits than float has
   * @param ulps the largest {@link #error}
   * @param absolute a distance that is accepted beside it; for a zero of the wrong sign it is none
   * @return false, too, when one of the two is NaN and the other is not
   */
  public static boolean isWithin(float actual, double expected, double ulps, double absolute) {
    if (error(actual, expected) <= ulps) {
      return true;
    }
    if (Double.isNaN(expected) || Float.isNaN(actual) || Double.isInfinite(expected)) {
      return false;
    }
    double accepted = Math.max(ulps / unitsPerOne(expected), absolute);
    if (Float.isInfinite(actual)) {
      return Math.signum(actual) * expected + accepted >= OVERFLOW;
    }
    boolean zeros = actual == 0 && expected == 0;
    boolean overflows = Math.abs(expected) >= OVERFLOW;
    return !zeros && Math.abs(actual - expected) <= (overflows ? accepted : absolute);
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
