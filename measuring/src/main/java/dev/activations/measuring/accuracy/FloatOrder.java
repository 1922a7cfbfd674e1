package dev.activations.measuring.accuracy;

/**
 * The place of a float in the order of all floats: neighbours are 1 apart, both zeros are 0, and
 * the place of -x is that of x, negative. On a line of places each binade has the same length.
 */
public final class FloatOrder {
  private FloatOrder() {}

  /**
   * The place of a float.
   *
   * @param x any number
   * @return from -2139095040 for -Infinity to 2139095040 for Infinity
   */
  public static int of(float x) {
    int bits = Float.floatToRawIntBits(x);
    return bits >= 0 ? bits : -(bits & Integer.MAX_VALUE);
  }

  /**
   * The float at a place.
   *
   * @param place where
   * @return its float; at 0 the positive zero
   */
  public static float at(int place) {
    return place >= 0 ? Float.intBitsToFloat(place) : -Float.intBitsToFloat(-place);
  }
}
