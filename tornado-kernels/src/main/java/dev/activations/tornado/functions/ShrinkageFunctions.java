package dev.activations.tornado.functions;

import static dev.activations.tornado.functions.ParameterFloats.below;
import static dev.activations.tornado.functions.ParameterFloats.checked;

/**
 * Functions that set a band around zero to zero, as {@code ShrinkageFunctions} of the catalogue
 * defines them. A float is beyond a kink that is a double exactly when it is beyond the largest
 * float that is not above the kink.
 */
public final class ShrinkageFunctions {
  private ShrinkageFunctions() {}

  /**
   * x - lambd if x &gt; lambd else x + lambd if x &lt; -lambd else 0.
   *
   * @param x any float
   * @param kink the largest float that is not above lambd
   * @param lambd the half width of the zero band
   * @param lambdLow what a float leaves of it
   * @return the value
   */
  @MaxError(ulps = 0.9, floor = 0)
  public static float softshrink(float x, float kink, float lambd, float lambdLow) {
    // Next to the kink the first difference is exact.
    float above = (x - lambd) - lambdLow;
    float below = (x + lambd) + lambdLow;
    return Float.isNaN(x) ? x : x > kink ? above : x < -kink ? below : 0f;
  }

  /**
   * The derivative of {@link #softshrink}, 0 at both kinks.
   *
   * @param x any float
   * @param kink the largest float that is not above lambd
   * @param lambd not used
   * @param lambdLow not used
   * @return 1 if |x| &gt; kink else 0
   */
  @MaxError(ulps = 0, floor = 0)
  public static float softshrinkDerivative(float x, float kink, float lambd, float lambdLow) {
    return Float.isNaN(x) ? x : x > kink ? 1f : x < -kink ? 1f : 0f;
  }

  /**
   * The floats of {@link #softshrink}.
   *
   * @param lambd 0 or 2^-100 to 2^100
   * @return kink, lambd, lambdLow
   * @throws IllegalArgumentException outside that range
   */
  public static float[] softshrinkParameters(double lambd) {
    checked("lambd", lambd);
    return new float[] {below(lambd), (float) lambd, ParameterFloats.low(lambd)};
  }

  /**
   * x if |x| &gt; lambd else 0.
   *
   * @param x any float
   * @param kink the largest float that is not above lambd
   * @return the value
   */
  @MaxError(ulps = 0, floor = 0)
  public static float hardshrink(float x, float kink) {
    return Float.isNaN(x) ? x : x > kink ? x : x < -kink ? x : 0f;
  }

  /**
   * The derivative of {@link #hardshrink}, 0 at both kinks.
   *
   * @param x any float
   * @param kink the largest float that is not above lambd
   * @return 1 if |x| &gt; kink else 0
   */
  @MaxError(ulps = 0, floor = 0)
  public static float hardshrinkDerivative(float x, float kink) {
    return Float.isNaN(x) ? x : x > kink ? 1f : x < -kink ? 1f : 0f;
  }

  /**
   * The floats of {@link #hardshrink}.
   *
   * @param lambd 0 or 2^-100 to 2^100
   * @return kink
   * @throws IllegalArgumentException outside that range
   */
  public static float[] hardshrinkParameters(double lambd) {
    return new float[] {below(checked("lambd", lambd))};
  }
}
