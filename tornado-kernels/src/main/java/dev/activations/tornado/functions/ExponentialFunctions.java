package dev.activations.tornado.functions;

import static dev.activations.tornado.functions.ElementaryFunctions.bounded;
import static dev.activations.tornado.functions.ElementaryFunctions.expm1Excess;
import static dev.activations.tornado.functions.ElementaryFunctions.expm1OfReduced;
import static dev.activations.tornado.functions.ElementaryFunctions.exponent;
import static dev.activations.tornado.functions.ElementaryFunctions.quotient;
import static dev.activations.tornado.functions.ElementaryFunctions.quotientRest;
import static dev.activations.tornado.functions.ElementaryFunctions.reduce;
import static dev.activations.tornado.functions.ElementaryFunctions.scale;

/**
 * The exponential linear units and exp, as {@code ExponentialFunctions} of the catalogue defines.
 */
public final class ExponentialFunctions {
  private static final float SELU_SCALE = 1.050701f;

  /** scale * alpha. */
  private static final float SELU_SCALE_ALPHA = 1.7580993f;

  private static final float SELU_SCALE_ALPHA_LOW = 5.3644744e-8f;

  /** Below, the largest factor times the exponential is zero. */
  private static final float FLAT = -180f;

  /** Below this |z| no power of two has to be taken out of the exponential. */
  private static final float SMALL = 0.34f;

  private ExponentialFunctions() {}

  /**
   * x if x &gt; 0 else alpha expm1(x).
   *
   * @param x any float
   * @param alpha minus the limit at -infinity
   * @param alphaLow not used
   * @return the value
   */
  @MaxError(ulps = 2.5, floor = 0)
  public static float elu(float x, float alpha, float alphaLow) {
    return x > 0f ? x : alpha * ElementaryFunctions.expm1(x);
  }

  /**
   * The derivative of {@link #elu}, alpha at 0.
   *
   * @param x any float
   * @param alpha minus the limit at -infinity
   * @param alphaLow what a float leaves of it
   * @return 1 if x &gt; 0 else alpha e^x
   */
  @MaxError(ulps = 1.9, floor = 0)
  public static float eluDerivative(float x, float alpha, float alphaLow) {
    float zero = Float.isNaN(x) ? x : alpha;
    return x > 0f ? 1f : alpha == 0f ? zero : scaledExp(alpha, alphaLow, x);
  }

  /**
   * The floats of {@link #elu}.
   *
   * @param alpha 0 or 2^-100 to 2^100
   * @return alpha, alphaLow
   * @throws IllegalArgumentException outside that range
   */
  public static float[] eluParameters(double alpha) {
    ParameterFloats.checked("alpha", alpha);
    return new float[] {(float) alpha, ParameterFloats.low(alpha)};
  }

  /**
   * 1.0507009873554805 (x if x &gt; 0 else 1.6732632423543772 expm1(x)).
   *
   * @param x any float
   * @return the value
   */
  @MaxError(ulps = 2.1, floor = 0)
  public static float selu(float x) {
    return x > 0f ? SELU_SCALE * x : SELU_SCALE_ALPHA * ElementaryFunctions.expm1(x);
  }

  /**
   * The derivative of {@link #selu}, 1.7580993408473768 at 0.
   *
   * @param x any float
   * @return 1.0507009873554805 (1 if x &gt; 0 else 1.6732632423543772 e^x)
   */
  @MaxError(ulps = 1.7, floor = 0)
  public static float seluDerivative(float x) {
    return x > 0f ? SELU_SCALE : scaledExp(SELU_SCALE_ALPHA, SELU_SCALE_ALPHA_LOW, x);
  }

  /**
   * x if x &gt; 0 else alpha expm1(x / alpha).
   *
   * @param x any float
   * @param reciprocal 1 / alpha
   * @param alpha the first 11 bits of alpha
   * @param alphaLow its other bits
   * @return the value
   */
  @MaxError(ulps = 2.9, floor = 0)
  public static float celu(float x, float reciprocal, float alpha, float alphaLow) {
    float bounded = bounded(x, 200f * alpha);
    float high = quotient(bounded, reciprocal);
    float low = quotientRest(bounded, high, reciprocal, alpha, alphaLow);
    float z = high + low;
    // x (expm1(z) / z) next to zero, where z may have lost digits to underflow that x still has.
    float near = x + x * expm1Excess(z);
    float far = (alpha + alphaLow) * ElementaryFunctions.expm1(high, low);
    return x > 0f ? x : z > -SMALL ? near : far;
  }

  /**
   * The derivative of {@link #celu}, 1 at 0.
   *
   * @param x any float
   * @param reciprocal 1 / alpha
   * @param alpha the first 11 bits of alpha
   * @param alphaLow its other bits
   * @return 1 if x &gt; 0 else e^(x / alpha)
   */
  @MaxError(ulps = 1.1, floor = 0)
  public static float celuDerivative(float x, float reciprocal, float alpha, float alphaLow) {
    float bounded = bounded(x, 200f * alpha);
    float high = quotient(bounded, reciprocal);
    float low = quotientRest(bounded, high, reciprocal, alpha, alphaLow);
    return x > 0f ? 1f : ElementaryFunctions.exp(high, low);
  }

  /**
   * The floats of {@link #celu}.
   *
   * @param alpha 2^-100 to 2^100
   * @return reciprocal, alpha, alphaLow
   * @throws IllegalArgumentException outside that range
   */
  public static float[] celuParameters(double alpha) {
    ParameterFloats.checkedPositive("alpha", alpha);
    return new float[] {
      (float) (1 / alpha), ParameterFloats.divisor(alpha), ParameterFloats.divisorLow(alpha),
    };
  }

  /**
   * e^x.
   *
   * @param x any float
   * @return the value
   */
  @MaxError(ulps = 1.1, floor = 0)
  public static float exp(float x) {
    return ElementaryFunctions.exp(x);
  }

  /**
   * The derivative of {@link #exp}.
   *
   * @param x any float
   * @return e^x
   */
  @MaxError(ulps = 1.1, floor = 0)
  public static float expDerivative(float x) {
    return ElementaryFunctions.exp(x);
  }

  /** (factor + factorLow) e^x for x &lt;= 0; the factor comes before the result is subnormal. */
  private static float scaledExp(float factor, float factorLow, float x) {
    float z = x < FLAT ? FLAT : x;
    int n = exponent(z);
    return scale(factor + (factor * expm1OfReduced(reduce(z, 0f, n)) + factorLow), n);
  }
}
