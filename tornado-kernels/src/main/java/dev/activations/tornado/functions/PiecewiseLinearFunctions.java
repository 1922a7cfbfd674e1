package dev.activations.tornado.functions;

import static dev.activations.tornado.functions.ElementaryFunctions.bounded;
import static dev.activations.tornado.functions.ParameterFloats.above;
import static dev.activations.tornado.functions.ParameterFloats.below;
import static dev.activations.tornado.functions.ParameterFloats.checked;
import static dev.activations.tornado.functions.ParameterFloats.checkedPositive;

/**
 * Functions made of straight pieces, as {@code PiecewiseLinearFunctions} of the catalogue defines
 * them.
 *
 * <p>A kink is a double. The host rounds it to the neighbouring float on the side where a strict
 * comparison with floats gives the same answer, so that no input lands on the wrong piece.
 */
public final class PiecewiseLinearFunctions {
  private PiecewiseLinearFunctions() {}

  /**
   * x.
   *
   * @param x any float
   * @return x
   */
  @MaxError(ulps = 0, floor = 0)
  public static float identity(float x) {
    return x;
  }

  /**
   * The derivative of {@link #identity}.
   *
   * @param x any float
   * @return 1
   */
  @MaxError(ulps = 0, floor = 0)
  public static float identityDerivative(float x) {
    return Float.isNaN(x) ? x : 1f;
  }

  /**
   * max(0, x).
   *
   * @param x any float
   * @return x if x &gt; 0 else 0
   */
  @MaxError(ulps = 0, floor = 0)
  public static float relu(float x) {
    return Float.isNaN(x) ? x : x > 0f ? x : 0f;
  }

  /**
   * The derivative of {@link #relu}, 0 at 0.
   *
   * @param x any float
   * @return 1 if x &gt; 0 else 0
   */
  @MaxError(ulps = 0, floor = 0)
  public static float reluDerivative(float x) {
    return Float.isNaN(x) ? x : x > 0f ? 1f : 0f;
  }

  /**
   * min(max(0, x), 6).
   *
   * @param x any float
   * @return x between 0 and 6
   */
  @MaxError(ulps = 0, floor = 0)
  public static float relu6(float x) {
    return Float.isNaN(x) ? x : x > 0f ? (x > 6f ? 6f : x) : 0f;
  }

  /**
   * The derivative of {@link #relu6}, 0 at 0 and 6.
   *
   * @param x any float
   * @return 1 if 0 &lt; x &lt; 6 else 0
   */
  @MaxError(ulps = 0, floor = 0)
  public static float relu6Derivative(float x) {
    return Float.isNaN(x) ? x : x > 0f ? (x < 6f ? 1f : 0f) : 0f;
  }

  /**
   * x if x &gt; 0 else slope * x.
   *
   * @param x any float
   * @param slope the slope for x &lt;= 0
   * @return the value
   */
  @MaxError(ulps = 1.7, floor = 0)
  public static float leakyRelu(float x, float slope) {
    // A slope of zero makes zero of -infinity too.
    float finite = slope == 0f ? bounded(x, Float.MAX_VALUE) : x;
    return x > 0f ? x : slope * finite;
  }

  /**
   * The derivative of {@link #leakyRelu}, the slope at 0.
   *
   * @param x any float
   * @param slope the slope for x &lt;= 0
   * @return 1 if x &gt; 0 else slope
   */
  @MaxError(ulps = 0.51, floor = 0)
  public static float leakyReluDerivative(float x, float slope) {
    return Float.isNaN(x) ? x : x > 0f ? 1f : slope;
  }

  /**
   * The floats of {@link #leakyRelu}.
   *
   * @param negativeSlope 0 or 2^-100 to 2^100 in magnitude
   * @return slope
   * @throws IllegalArgumentException outside that range
   */
  public static float[] leakyReluParameters(double negativeSlope) {
    return new float[] {(float) checked("negative_slope", negativeSlope)};
  }

  /**
   * x if x &gt; kink else value.
   *
   * @param x any float
   * @param kink the largest float that is not above the threshold
   * @param value what the others become
   * @return the value
   */
  @MaxError(ulps = 0.51, floor = 0)
  public static float threshold(float x, float kink, float value) {
    return Float.isNaN(x) ? x : x > kink ? x : value;
  }

  /**
   * The derivative of {@link #threshold}, 0 at the threshold.
   *
   * @param x any float
   * @param kink the largest float that is not above the threshold
   * @param value not used
   * @return 1 if x &gt; kink else 0
   */
  @MaxError(ulps = 0, floor = 0)
  public static float thresholdDerivative(float x, float kink, float value) {
    return Float.isNaN(x) ? x : x > kink ? 1f : 0f;
  }

  /**
   * The floats of {@link #threshold}.
   *
   * @param threshold 0 or 2^-100 to 2^100 in magnitude
   * @param value 0 or 2^-100 to 2^100 in magnitude
   * @return kink, value
   * @throws IllegalArgumentException outside that range
   */
  public static float[] thresholdParameters(double threshold, double value) {
    return new float[] {
      below(checked("threshold", threshold)), (float) checked("value", value),
    };
  }

  /**
   * min(max((x + bound) / (2 bound), 0), 1).
   *
   * @param x any float
   * @param kink the smallest float that is not below the bound
   * @param bound the bound
   * @param boundLow what a float leaves of it
   * @param slope 1 / (2 bound)
   * @return the value
   */
  @MaxError(ulps = 2.1, floor = 0)
  public static float hardSigmoid(float x, float kink, float bound, float boundLow, float slope) {
    // Next to -bound the sum is exact, and elsewhere nothing cancels.
    float ramp = x < -0.5f * bound ? ((x + bound) + boundLow) * slope : 0.5f + x * slope;
    return Float.isNaN(x) ? x : x > -kink ? (x < kink ? ramp : 1f) : 0f;
  }

  /**
   * The derivative of {@link #hardSigmoid}, 0 at both kinks.
   *
   * @param x any float
   * @param kink the smallest float that is not below the bound
   * @param bound not used
   * @param boundLow not used
   * @param slope 1 / (2 bound)
   * @return slope between the kinks, else 0
   */
  @MaxError(ulps = 0.51, floor = 0)
  public static float hardSigmoidDerivative(
      float x, float kink, float bound, float boundLow, float slope) {
    return Float.isNaN(x) ? x : x > -kink ? (x < kink ? slope : 0f) : 0f;
  }

  /**
   * The floats of {@link #hardSigmoid}.
   *
   * @param bound 2^-100 to 2^100
   * @return kink, bound, boundLow, slope
   * @throws IllegalArgumentException outside that range
   */
  public static float[] hardSigmoidParameters(double bound) {
    checkedPositive("bound", bound);
    return new float[] {
      above(bound), (float) bound, ParameterFloats.low(bound), (float) (0.5 / bound),
    };
  }

  /**
   * min(max(x, min_val), max_val).
   *
   * @param x any float
   * @param lowerKink the largest float that is not above min_val
   * @param upperKink the smallest float that is not below max_val
   * @param lower min_val
   * @param upper max_val
   * @return the value
   */
  @MaxError(ulps = 0.51, floor = 0)
  public static float hardTanh(
      float x, float lowerKink, float upperKink, float lower, float upper) {
    return Float.isNaN(x) ? x : x > lowerKink ? (x < upperKink || x == upper ? x : upper) : lower;
  }

  /**
   * The derivative of {@link #hardTanh}, 0 at both kinks.
   *
   * @param x any float
   * @param lowerKink the largest float that is not above min_val
   * @param upperKink the smallest float that is not below max_val
   * @param lower not used
   * @param upper not used
   * @return 1 between the kinks, else 0
   */
  @MaxError(ulps = 0, floor = 0)
  public static float hardTanhDerivative(
      float x, float lowerKink, float upperKink, float lower, float upper) {
    return Float.isNaN(x) ? x : x > lowerKink ? (x < upperKink ? 1f : 0f) : 0f;
  }

  /**
   * The floats of {@link #hardTanh}.
   *
   * @param minVal 0 or 2^-100 to 2^100 in magnitude
   * @param maxVal likewise, above minVal
   * @return lowerKink, upperKink, lower, upper
   * @throws IllegalArgumentException outside that range
   */
  public static float[] hardTanhParameters(double minVal, double maxVal) {
    checked("min_val", minVal);
    checked("max_val", maxVal);
    return new float[] {below(minVal), above(maxVal), (float) minVal, (float) maxVal};
  }
}
