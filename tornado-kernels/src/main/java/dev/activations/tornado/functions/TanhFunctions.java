package dev.activations.tornado.functions;

import static dev.activations.tornado.functions.ElementaryFunctions.bounded;
import static dev.activations.tornado.functions.ElementaryFunctions.expm1OfReduced;
import static dev.activations.tornado.functions.ElementaryFunctions.exponent;
import static dev.activations.tornado.functions.ElementaryFunctions.quotient;
import static dev.activations.tornado.functions.ElementaryFunctions.quotientRest;
import static dev.activations.tornado.functions.ElementaryFunctions.reduce;
import static dev.activations.tornado.functions.ElementaryFunctions.scale;

import uk.ac.manchester.tornado.api.math.TornadoMath;

/**
 * The hyperbolic tangent and what is made of it, as {@code TanhFunctions} of the catalogue defines.
 * Below 1 a polynomial of x^2, above 1 - 2 e / (1 + e) with e = exp(-2 |x|).
 *
 * <p>Polynomials are made by {@code tornado-kernels/constants/tanh.py}.
 */
public final class TanhFunctions {
  /** tanh is 1 from 9.02 on; exp(-2 SATURATED) is far from subnormal. */
  private static final float SATURATED = 20f;

  /** 4 exp(-2 FLAT) is zero. */
  private static final float FLAT = 100f;

  /** Up to here 1 - tanh^2 is a polynomial. */
  private static final float FLATTENED = 0.8f;

  private TanhFunctions() {}

  /**
   * tanh(x).
   *
   * @param x any float
   * @return the value
   */
  @MaxError(ulps = 1.2, floor = 0)
  public static float tanh(float x) {
    float a = TornadoMath.abs(x);
    float far = 1f - 2f * complement(a, 0f);
    // The difference would make 0 of -0.
    float near = x == 0f ? x : x - x * shrunk(x);
    return a < 1f ? near : x < 0f ? -far : far;
  }

  /**
   * The derivative of {@link #tanh}.
   *
   * @param x any float
   * @return 1 - tanh(x)^2
   */
  @MaxError(ulps = 2.8, floor = 0)
  public static float tanhDerivative(float x) {
    return flattened(1f, bounded(x, FLAT), 0f);
  }

  /**
   * x - tanh(x).
   *
   * @param x any float
   * @return the value
   */
  @MaxError(ulps = 3.6, floor = 0)
  public static float tanhshrink(float x) {
    float a = TornadoMath.abs(x);
    // 1 first: the difference that cancels is exact.
    float far = (a - 1f) + 2f * complement(a, 0f);
    return a < 1f ? x * shrunk(x) : x < 0f ? -far : far;
  }

  /**
   * The derivative of {@link #tanhshrink}.
   *
   * @param x any float
   * @return tanh(x)^2
   */
  @MaxError(ulps = 2.8, floor = 0)
  public static float tanhshrinkDerivative(float x) {
    float a = TornadoMath.abs(x);
    float far = 1f - flattened(1f, bounded(x, FLAT), 0f);
    return a < 1f ? x * x * squared(x) : far;
  }

  /**
   * cap tanh(x / cap).
   *
   * @param x any float
   * @param reciprocal 1 / cap
   * @param cap the first 11 bits of the cap
   * @param capLow its other bits
   * @return the value
   */
  @MaxError(ulps = 2.5, floor = 0)
  public static float softcap(float x, float reciprocal, float cap, float capLow) {
    float bounded = bounded(x, FLAT * cap);
    float high = quotient(bounded, reciprocal);
    float low = quotientRest(bounded, high, reciprocal, cap, capLow);
    float z = high + low;
    float far = (cap + capLow) * (1f - 2f * complement(TornadoMath.abs(high), z < 0f ? -low : low));
    // x (tanh(z) / z) next to zero, where z may have lost digits to underflow that x still has.
    float near = x == 0f ? x : x - x * shrunk(z);
    return TornadoMath.abs(z) < 1f ? near : z < 0f ? -far : far;
  }

  /**
   * The derivative of {@link #softcap}.
   *
   * @param x any float
   * @param reciprocal 1 / cap
   * @param cap the first 11 bits of the cap
   * @param capLow its other bits
   * @return 1 - tanh(x / cap)^2
   */
  @MaxError(ulps = 3, floor = 0)
  public static float softcapDerivative(float x, float reciprocal, float cap, float capLow) {
    float bounded = bounded(x, FLAT * cap);
    float high = quotient(bounded, reciprocal);
    return flattened(1f, high, quotientRest(bounded, high, reciprocal, cap, capLow));
  }

  /**
   * The floats of {@link #softcap}.
   *
   * @param cap 2^-100 to 2^100
   * @return reciprocal, cap, capLow
   * @throws IllegalArgumentException outside that range
   */
  public static float[] softcapParameters(double cap) {
    ParameterFloats.checkedPositive("cap", cap);
    return new float[] {
      (float) (1 / cap), ParameterFloats.divisor(cap), ParameterFloats.divisorLow(cap),
    };
  }

  /**
   * factor (1 - tanh(z)^2): 4 e / (1 + e)^2 with e = exp(-2 |z|), all digits where 1 - y^2 has
   * none.
   *
   * @param factor a power of two
   * @param high z to 100 in magnitude
   * @param low its low part
   * @return the product, subnormal ones included
   */
  static float flattened(float factor, float high, float low) {
    float z = high + low;
    float q = squared(z);
    float near = factor - factor * (z * z * q);

    float argument = z < 0f ? 2f * high : -2f * high;
    float rest = z < 0f ? 2f * low : -2f * low;
    int n = exponent(argument + rest);
    float t = expm1OfReduced(reduce(argument, rest, n));
    float e = scale(1f + t, n);
    // 1 / (1 + e)^2 = 1 - e (2 + e) / (1 + e)^2, so that the rounding of 1 + e does not count
    // twice.
    float sum = 1f + e;
    float product = 4f * factor + 4f * factor * t;
    float far = scale(product - product * (e * (2f + e) / (sum * sum)), n);
    return TornadoMath.abs(z) < FLATTENED ? near : far;
  }

  /** (tanh(x) / x)^2 for |x| up to 1. */
  private static float squared(float x) {
    float s = x * x;
    float q = 0.020384658f + s * (-0.0077148457f + s * (0.0021021047f + s * -0.00029097215f));
    q = -0.1968037f + s * (0.09734666f + s * (-0.046107825f + s * q));
    return 1.0f + s * (-0.6666666f + s * (0.3777762f + s * q));
  }

  /** 1 - tanh(x) / x for |x| up to 1. */
  private static float shrunk(float x) {
    float s = x * x;
    float p = -0.0050134f + s * (0.0030258112f + s * (-0.0014195279f + s * 0.00031554795f));
    p = 0.053992275f + s * (-0.022054063f + s * (0.009560397f + s * p));
    return s * (0.33333334f + s * (-0.13333453f + s * p));
  }

  /** (1 - tanh(a + low)) / 2 for a from 1 on: e / (1 + e). */
  private static float complement(float a, float low) {
    float z = a > SATURATED ? SATURATED : a;
    float e = ElementaryFunctions.exp(-2f * z, -2f * low);
    return e / (1f + e);
  }
}
