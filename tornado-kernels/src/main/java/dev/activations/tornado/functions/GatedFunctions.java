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
 * x sigmoid(z(x)), as {@code GatedFunctions} of the catalogue defines them. The argument z is a sum
 * of two floats, and the derivative at -x is 1 less the one at x.
 *
 * <p>Polynomials around the zeros of derivatives are made by {@code
 * tornado-kernels/constants/zeros.py}, the other constants by {@code gelu_tanh.py} there.
 */
public final class GatedFunctions {
  /** x e^x is zero here. */
  private static final float SATURATED = 120f;

  /** x e^(beta x) is zero at x = -FLAT / beta. */
  private static final float FLAT = 200f;

  /** Up to here silu' is a polynomial around its zero at -1.2785. */
  private static final float WINDOW = 2f;

  private static final float ZERO = 1.2784646f;
  private static final float ZERO_LOW = -1.29792825e-08f;

  private static final float QUICK = 1.702f;

  /** The first 11 bits of 1 / 1.702. */
  private static final float QUICK_WIDTH = 0.58740234375f;

  private static final float QUICK_WIDTH_LOW = 0.00014172205f;

  /** gelu_tanh is zero at -TANH_SATURATED. */
  private static final float TANH_SATURATED = 11.5f;

  /** Up to here gelu_tanh' is a polynomial around its zero at -0.7525. */
  private static final float TANH_WINDOW = 1.5f;

  private static final float TANH_ZERO = 0.75246143f;
  private static final float TANH_ZERO_LOW = -1.1339628e-08f;

  /** The first 12 bits of 2 sqrt(2 / pi). */
  private static final float LINEAR = 1.595703125f;

  private static final float LINEAR_LOW = 6.59966e-05f;

  /** The first 12 bits of 2 sqrt(2 / pi) 0.044715. */
  private static final float CUBIC = 0.07135009765625f;

  private static final float CUBIC_LOW = 4.7186163e-06f;

  private GatedFunctions() {}

  /**
   * x sigmoid(x).
   *
   * @param x any float
   * @return the value
   */
  @MaxError(ulps = 2.6, floor = 0)
  public static float silu(float x) {
    float bounded = bounded(x, SATURATED);
    return gated(x, bounded, TornadoMath.abs(bounded), 0f);
  }

  /**
   * The derivative of {@link #silu}.
   *
   * @param x any float
   * @return sigmoid(x) (1 + x sigmoid(-x))
   */
  @MaxError(ulps = 3.3, floor = 0)
  public static float siluDerivative(float x) {
    return gatedDerivative(x, TornadoMath.abs(bounded(x, SATURATED)), 0f);
  }

  /**
   * x sigmoid(beta x).
   *
   * @param x any float
   * @param beta the sharpness
   * @param width the first 11 bits of 1 / beta; 2^100 for beta = 0
   * @param widthLow its other bits
   * @return the value
   */
  @MaxError(ulps = 2.8, floor = 0)
  public static float swish(float x, float beta, float width, float widthLow) {
    float bounded = bounded(x, FLAT * width);
    float high = quotient(bounded, beta);
    float low = quotientRest(bounded, high, beta, width, widthLow);
    float y = gated(x, bounded, x < 0f ? -high : high, x < 0f ? -low : low);
    return beta == 0f ? 0.5f * x : y;
  }

  /**
   * The derivative of {@link #swish}.
   *
   * @param x any float
   * @param beta the sharpness
   * @param width the first 11 bits of 1 / beta; 2^100 for beta = 0
   * @param widthLow its other bits
   * @return sigmoid(beta x) (1 + beta x sigmoid(-beta x))
   */
  @MaxError(ulps = 3.5, floor = 0x1p-32)
  public static float swishDerivative(float x, float beta, float width, float widthLow) {
    float bounded = bounded(x, FLAT * width);
    float high = quotient(bounded, beta);
    float low = quotientRest(bounded, high, beta, width, widthLow);
    return gatedDerivative(x, x < 0f ? -high : high, x < 0f ? -low : low);
  }

  /**
   * The floats of {@link #swish}.
   *
   * @param beta 0 or 2^-100 to 2^100
   * @return beta, width, widthLow
   * @throws IllegalArgumentException outside that range
   */
  public static float[] swishParameters(double beta) {
    ParameterFloats.checked("beta", beta);
    if (beta == 0) {
      return new float[] {0f, 0x1p100f, 0f};
    }
    return new float[] {
      (float) beta, ParameterFloats.divisor(1 / beta), ParameterFloats.divisorLow(1 / beta),
    };
  }

  /**
   * x sigmoid(1.702 x).
   *
   * @param x any float
   * @return the value
   */
  @MaxError(ulps = 2.4, floor = 0)
  public static float quickGelu(float x) {
    return swish(x, QUICK, QUICK_WIDTH, QUICK_WIDTH_LOW);
  }

  /**
   * The derivative of {@link #quickGelu}.
   *
   * @param x any float
   * @return sigmoid(1.702 x) (1 + 1.702 x sigmoid(-1.702 x))
   */
  @MaxError(ulps = 3.5, floor = 0x1p-32)
  public static float quickGeluDerivative(float x) {
    return swishDerivative(x, QUICK, QUICK_WIDTH, QUICK_WIDTH_LOW);
  }

  /**
   * x sigmoid(2 sqrt(2 / pi) (x + 0.044715 x^3)).
   *
   * @param x any float
   * @return the value
   */
  @MaxError(ulps = 2.4, floor = 0)
  public static float geluTanh(float x) {
    float bounded = bounded(x, TANH_SATURATED);
    float a = TornadoMath.abs(bounded);
    float high = grid(a);
    float u = factor(high);
    return gated(x, bounded, high * u, argumentRest(a, high, u, factorRest(a, high, u)));
  }

  /**
   * The derivative of {@link #geluTanh}.
   *
   * @param x any float
   * @return the derivative
   */
  @MaxError(ulps = 3.5, floor = 0)
  public static float geluTanhDerivative(float x) {
    float a = TornadoMath.abs(bounded(x, TANH_SATURATED));
    float high = grid(a);
    float u = factor(high);
    float rest = factorRest(a, high, u);
    float argument = high * u;
    float argumentRest = argumentRest(a, high, u, rest);
    // a z'(a) = z + 2 a (u + rest - 2 sqrt(2 / pi)) with z = a (u + rest).
    float more = argumentRest + 2f * a * ((u - LINEAR) + (rest - LINEAR_LOW));
    float far = slope(1f - argument, -more, argument, argumentRest);
    float t = (TANH_ZERO - a) + TANH_ZERO_LOW;
    float v = a < TANH_WINDOW ? t * aroundTanhZero(t) : far;
    return x > 0f ? 1f - v : v;
  }

  /** x sigmoid(z) with |z| = high + low; bounded is x up to where the exponential is zero. */
  private static float gated(float x, float bounded, float high, float low) {
    int n = exponent(-(high + low));
    float t = expm1OfReduced(reduce(-high, -low, n));
    float e = scale(1f + t, n);
    // For z < 0: x e / (1 + e) as x e - x e (e / (1 + e)), scaled last.
    float product = bounded + bounded * t;
    float below = scale(product - product * (e / (1f + e)), n);
    return x < 0f ? below : x / (1f + e);
  }

  /** The derivative of x sigmoid(beta x) with |beta x| = high + low. */
  private static float gatedDerivative(float x, float high, float low) {
    float a = high + low;
    float t = (ZERO - high) + (ZERO_LOW - low);
    float far = slope(1f - high, -low, high, low);
    float v = a < WINDOW ? t * aroundZero(t) : far;
    return x > 0f ? 1f - v : v;
  }

  /** e (base + baseLow + e) / (1 + e)^2 with e = exp(-(high + low)). */
  private static float slope(float base, float baseLow, float high, float low) {
    int n = exponent(-(high + low));
    float t = expm1OfReduced(reduce(-high, -low, n));
    float e = scale(1f + t, n);
    float g = base + (e + baseLow);
    float product = g + g * t;
    float sum = 1f + e;
    return scale(product - product * (e * (2f + e) / (sum * sum)), n);
  }

  /** a to a multiple of 1/256: 12 bits up to 11.5. */
  private static float grid(float a) {
    return TornadoMath.floor(a * 256f + 0.5f) * 0x1p-8f;
  }

  /** u = 2 sqrt(2 / pi) (1 + 0.044715 a^2) to a multiple of 1/256: 12 bits. */
  private static float factor(float a) {
    return grid(LINEAR + CUBIC * (a * a));
  }

  /** What u = factor(high) leaves of the factor at a. */
  private static float factorRest(float a, float high, float u) {
    // Exact: the square, its two halves of 12 bits, and their products with CUBIC.
    float square = high * high;
    float upper = TornadoMath.floor(square * 16f + 0.5f) * 0x1p-4f;
    float exact = (CUBIC * upper - u) + LINEAR;
    float more = LINEAR_LOW + CUBIC_LOW * (a * a) + CUBIC * ((a - high) * (a + high));
    return exact + (CUBIC * (square - upper) + more);
  }

  /** a (u + rest) less high u. */
  private static float argumentRest(float a, float high, float u, float rest) {
    return high * rest + (a - high) * (u + rest);
  }

  /** silu'(t - 1.2785) / t. */
  private static float aroundZero(float t) {
    float p = -2.9582923e-05f + t * (4.817415e-07f + t * 1.9077036e-06f);
    p = 0.00080189237f + t * (0.0001862103f + t * (-4.5978963e-05f + t * p));
    p = -0.01522258f + t * (-0.0066076f + t * (0.00012624382f + t * p));
    return 0.2178117f + t * (0.1466488f + t * (0.018874926f + t * p));
  }

  /** gelu_tanh'(t - 0.7525) / t. */
  private static float aroundTanhZero(float t) {
    float p = 0.00039543872f + t * (-3.6711006e-06f + t * -0.000120295204f);
    p = 0.0051835794f + t * (-0.002491665f + t * (-0.00076524715f + t * p));
    p = -0.11394567f + t * (-0.016603908f + t * (0.019697238f + t * p));
    return 0.4304001f + t * (0.38751847f + t * (-0.01578394f + t * p));
  }
}
