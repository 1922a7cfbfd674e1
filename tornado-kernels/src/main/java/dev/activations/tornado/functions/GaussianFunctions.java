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
 * Functions of the normal distribution, as {@code GaussianFunctions} of the catalogue defines them.
 * The tail is E(a) exp(-a^2 / 2), E(a) = erfcx(a / sqrt 2) / 2, with a^2 in two floats: no 1 + erf,
 * which cancels.
 *
 * <p>Polynomials are made by {@code tornado-kernels/constants/gaussian.py}, the one around the zero
 * of gelu' by {@code zeros.py} there.
 */
public final class GaussianFunctions {
  /** Up to here Phi is a polynomial. */
  private static final float CENTRE = 0.7f;

  /** gelu(-SATURATED) and its derivative are zero. */
  private static final float SATURATED = 14.6f;

  /** Up to here gelu' is a polynomial around its zero at -0.7518. */
  private static final float WINDOW = 1.5f;

  private static final float ZERO = 0.75179154f;
  private static final float ZERO_LOW = -1.211445e-08f;

  /** From here on the normal density is zero, whatever the factor. */
  private static final float FLAT = 20f;

  private GaussianFunctions() {}

  /**
   * x Phi(x).
   *
   * @param x any float
   * @return the value
   */
  @MaxError(ulps = 2.6, floor = 0)
  public static float geluErf(float x) {
    float a = bounded(TornadoMath.abs(x), SATURATED);
    float tail = times(scaledTail(a), grid(a), a - grid(a));
    return a < CENTRE ? x * (0.5f + x * centre(x)) : x > 0f ? x - tail : -tail;
  }

  /**
   * The derivative of {@link #geluErf}.
   *
   * @param x any float
   * @return Phi(x) + x phi(x)
   */
  @MaxError(ulps = 3.5, floor = 0)
  public static float geluErfDerivative(float x) {
    float a = bounded(TornadoMath.abs(x), SATURATED);
    // The derivative at -a; the one at a is 1 less it.
    float t = (ZERO - a) + ZERO_LOW;
    float v = a < WINDOW ? t * aroundZero(t) : -times(a * slopeOfTail(a), grid(a), a - grid(a));
    return x > 0f ? 1f - v : v;
  }

  /**
   * Phi((x - mu) / sigma).
   *
   * @param x any float
   * @param mu where the value is 1/2
   * @param muLow what a float leaves of it
   * @param reciprocal 1 / sigma
   * @param sigma the first 11 bits of sigma
   * @param sigmaLow its other bits
   * @param peak not used
   * @param peakLow not used
   * @return the value
   */
  @MaxError(ulps = 3.8, floor = 0)
  public static float laplace(
      float x,
      float mu,
      float muLow,
      float reciprocal,
      float sigma,
      float sigmaLow,
      float peak,
      float peakLow) {
    float distance = distance(x, mu, FLAT * sigma);
    float rest = distanceRest(x, mu, muLow, FLAT * sigma);
    float high = quotient(distance, reciprocal);
    float low = quotientRest(distance, high, reciprocal, sigma, sigmaLow) + rest * reciprocal;
    float z = high + low;
    float a = TornadoMath.abs(z);
    float tail = times(scaledTail(a) / a, high, low);
    return a < CENTRE ? 0.5f + z * centre(z) : z > 0f ? 1f - tail : tail;
  }

  /**
   * The derivative of {@link #laplace}, the normal density.
   *
   * @param x any float
   * @param mu where the density has its peak
   * @param muLow what a float leaves of it
   * @param reciprocal 1 / sigma
   * @param sigma the first 11 bits of sigma
   * @param sigmaLow its other bits
   * @param peak 1 / (sigma sqrt(2 pi))
   * @param peakLow what a float leaves of it
   * @return the derivative
   */
  @MaxError(ulps = 2, floor = 0)
  public static float laplaceDerivative(
      float x,
      float mu,
      float muLow,
      float reciprocal,
      float sigma,
      float sigmaLow,
      float peak,
      float peakLow) {
    float distance = distance(x, mu, FLAT * sigma);
    float rest = distanceRest(x, mu, muLow, FLAT * sigma);
    float high = quotient(distance, reciprocal);
    float low = quotientRest(distance, high, reciprocal, sigma, sigmaLow) + rest * reciprocal;
    return times(peak, peakLow, high, low);
  }

  /**
   * The floats of {@link #laplace}.
   *
   * @param mu 0 or 2^-100 to 2^100 in magnitude; the bounds of the errors hold up to 2^16 sigma
   * @param sigma 2^-100 to 2^100
   * @return mu, muLow, reciprocal, sigma, sigmaLow, peak, peakLow
   * @throws IllegalArgumentException outside that range
   */
  public static float[] laplaceParameters(double mu, double sigma) {
    ParameterFloats.checked("mu", mu);
    ParameterFloats.checkedPositive("sigma", sigma);
    double peak = 1 / (sigma * Math.sqrt(2 * Math.PI));
    return new float[] {
      (float) mu,
      ParameterFloats.low(mu),
      (float) (1 / sigma),
      ParameterFloats.divisor(sigma),
      ParameterFloats.divisorLow(sigma),
      (float) peak,
      ParameterFloats.low(peak),
    };
  }

  /** x - mu, within the limit. */
  private static float distance(float x, float mu, float limit) {
    return bounded(bounded(x, Float.MAX_VALUE) - mu, limit);
  }

  /** What the difference has lost, and the low part of mu; 0 beyond the limit. */
  private static float distanceRest(float x, float mu, float muLow, float limit) {
    float finite = bounded(x, Float.MAX_VALUE);
    float d = finite - mu;
    float b = d - finite;
    float rest = (finite - (d - b)) - (mu + b) - muLow;
    return d > limit ? 0f : d < -limit ? 0f : rest;
  }

  /** a to a multiple of 1/128: the square of up to 16 is exact. */
  private static float grid(float a) {
    return TornadoMath.floor(a * 128f + 0.5f) * 0x1p-7f;
  }

  /** factor exp(-(high + low)^2 / 2), high a number of up to 12 bits below 20. */
  private static float times(float factor, float high, float low) {
    return times(factor, 0f, high, low);
  }

  /** (factor + factorLow) exp(-(high + low)^2 / 2). */
  private static float times(float factor, float factorLow, float high, float low) {
    float z = -0.5f * high * high;
    float rest = -low * (high + 0.5f * low);
    int n = exponent(z + rest);
    return scale(factor + (factor * expm1OfReduced(reduce(z, rest, n)) + factorLow), n);
  }

  /** (Phi(x) - 1/2) / x for |x| up to CENTRE. */
  private static float centre(float x) {
    float s = x * x;
    float p = -0.0012055336f + s * (0.00015022483f + s * -3.343087e-05f);
    return 0.3989423f + s * (-0.066490784f + s * (0.009977762f + s * p));
  }

  /** a E(a) for a from CENTRE on. */
  private static float scaledTail(float a) {
    float w = (a - 1.5f) / (a + 3.5f);
    float p = 0.04183199f + w * (-0.006855196f + w * (-0.010209672f + w * 0.003931159f));
    p = 0.53249484f + w * (-0.25162914f + w * (0.014234895f + w * p));
    return 0.308671f + w * (0.35186872f + w * (-0.5854048f + w * p));
  }

  /** 1 / sqrt(2 pi) - E(a) / a for a from WINDOW on. */
  private static float slopeOfTail(float a) {
    float w = (a - 2f) / (a + 1f);
    float p = -0.011822218f + w * (0.005315998f + w * (-0.0023208458f + w * 0.00052478706f));
    p = 0.09759935f + w * (-0.04372875f + w * (0.024297055f + w * p));
    return 0.31489128f + w * (0.22018392f + w * (-0.20599897f + w * p));
  }

  /** gelu'(t - 0.7518) / t. */
  private static float aroundZero(float t) {
    float p = 0.00017722628f + t * 5.69544e-05f;
    p = 0.004519657f + t * (-0.0022387272f + t * (-0.00070827536f + t * p));
    p = -0.11400832f + t * (-0.01476695f + t * (0.019422337f + t * p));
    return 0.431494f + t * (0.38828498f + t * (-0.018200062f + t * p));
  }
}
