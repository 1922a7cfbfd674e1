package dev.activations.npy;

/**
 * Conversion between IEEE 754 binary16, as the bits of a {@code short}, and {@code float}.
 *
 * <p>Every NaN that comes out is quiet and keeps its sign and as much of its payload as fits.
 */
public final class Float16 {
  private static final int SIGN = 0x8000;
  private static final int INFINITY = 0x7c00;
  private static final int QUIET_NAN = 0x7e00;
  private static final int FRACTION = 0x03ff;
  private static final int FLOAT_INFINITY = 0x7f80_0000;

  /** The fraction bits that a float has and a half lacks. */
  private static final int DROPPED = 13;

  private static final int BELOW_TIE = 0x0fff;

  /** The middle between the largest half, 65504, and 65536: ties go to even, here infinity. */
  private static final int FIRST_TO_OVERFLOW = Float.floatToRawIntBits(65520f);

  private static final int SMALLEST_NORMAL = Float.floatToRawIntBits(0x1p-14f);

  /** The difference of the exponent biases, 127 - 15, in place in a half. */
  private static final int REBIAS = 112 << 10;

  private Float16() {}

  /**
   * Converts a half to the float of the same value, exactly.
   *
   * @param half the bits of a half
   * @return the value
   */
  public static float toFloat(short half) {
    int magnitude = half & 0x7fff;
    int sign = (half & SIGN) << 16;
    if (magnitude >= INFINITY) {
      int fraction = magnitude == INFINITY ? 0 : (magnitude | QUIET_NAN) & FRACTION;
      return Float.intBitsToFloat(sign | FLOAT_INFINITY | fraction << DROPPED);
    }
    if (magnitude <= FRACTION) {
      float value = magnitude * 0x1p-24f;
      return sign == 0 ? value : -value;
    }
    return Float.intBitsToFloat(sign | (magnitude + REBIAS) << DROPPED);
  }

  /**
   * Rounds a float to the nearest half, ties to even; from 65520 on the result is infinite.
   *
   * @param value the value to round
   * @return the bits of the half
   */
  public static short fromFloat(float value) {
    int bits = Float.floatToRawIntBits(value);
    int sign = bits >>> 16 & SIGN;
    int magnitude = bits & Integer.MAX_VALUE;
    if (magnitude > FLOAT_INFINITY) {
      return (short) (sign | QUIET_NAN | (magnitude >> DROPPED & FRACTION));
    }
    if (magnitude >= FIRST_TO_OVERFLOW) {
      return (short) (sign | INFINITY);
    }
    if (magnitude < SMALLEST_NORMAL) {
      // The ulp of 0.5f is the smallest half, so this addition does the rounding to subnormals.
      float rounded = Float.intBitsToFloat(magnitude) + 0.5f;
      return (short) (sign | (Float.floatToRawIntBits(rounded) - Float.floatToRawIntBits(0.5f)));
    }
    int odd = magnitude >> DROPPED & 1;
    // A carry out of the fraction is right: it is the next exponent.
    int rounded = (magnitude + BELOW_TIE + odd) >> DROPPED;
    return (short) (sign | (rounded - REBIAS));
  }
}
