package dev.activations.tornado.functions;

import static dev.activations.tornado.functions.ElementaryFunctions.bounded;
import static dev.activations.tornado.functions.ElementaryFunctions.expm1OfReduced;
import static dev.activations.tornado.functions.ElementaryFunctions.exponent;
import static dev.activations.tornado.functions.ElementaryFunctions.log1pOfUnit;
import static dev.activations.tornado.functions.ElementaryFunctions.quotient;
import static dev.activations.tornado.functions.ElementaryFunctions.quotientRest;
import static dev.activations.tornado.functions.ElementaryFunctions.reduce;
import static dev.activations.tornado.functions.ElementaryFunctions.scale;

import uk.ac.manchester.tornado.api.math.TornadoMath;

/**
 * The sigmoid, its logarithm and its integral, as {@code LogisticFunctions} of the catalogue
 * defines them. The exponential is only taken of -|x|, so nothing overflows.
 */
public final class LogisticFunctions {
  /** exp(-FLAT) is zero, whatever stands before it. */
  private static final float FLAT = 200f;

  /** Below, log(1 + e^z) is e^z. */
  private static final float TAIL = -20f;

  /** e^-x is zero here. */
  private static final float SATURATED = 120f;

  private LogisticFunctions() {}

  /**
   * 1 / (1 + e^-x).
   *
   * @param x any float
   * @return the value
   */
  @MaxError(ulps = 2.1, floor = 0)
  public static float sigmoid(float x) {
    return sigmoid(x, 0f);
  }

  /**
   * The derivative of {@link #sigmoid}.
   *
   * @param x any float
   * @return sigmoid(x) sigmoid(-x)
   */
  @MaxError(ulps = 2.8, floor = 0)
  public static float sigmoidDerivative(float x) {
    return TanhFunctions.flattened(0.25f, 0.5f * bounded(x, SATURATED), 0f);
  }

  /**
   * -log(1 + e^-x).
   *
   * @param x any float
   * @return the value
   */
  @MaxError(ulps = 1.9, floor = 0)
  public static float logSigmoid(float x) {
    float log = log1pOfUnit(ElementaryFunctions.exp(-TornadoMath.abs(x)));
    return x < 0f ? x - log : -log;
  }

  /**
   * The derivative of {@link #logSigmoid}.
   *
   * @param x any float
   * @return sigmoid(-x)
   */
  @MaxError(ulps = 2, floor = 0)
  public static float logSigmoidDerivative(float x) {
    return sigmoid(-x, 0f);
  }

  /**
   * log(1 + e^(beta x)) / beta.
   *
   * @param x any float
   * @param beta the sharpness
   * @param width the first 11 bits of 1 / beta
   * @param widthLow its other bits
   * @return the value
   */
  @MaxError(ulps = 3.3, floor = 0)
  public static float softplus(float x, float beta, float width, float widthLow) {
    float bounded = bounded(x, FLAT * width);
    float high = quotient(bounded, beta);
    float low = quotientRest(bounded, high, beta, width, widthLow);
    float argument = x < 0f ? high : -high;
    float rest = x < 0f ? low : -low;
    int n = exponent(argument + rest);
    float t = expm1OfReduced(reduce(argument, rest, n));
    float factor = width + widthLow;
    float log = factor * log1pOfUnit(scale(1f + t, n));
    float tail = scale(factor + (factor * t + ((width - factor) + widthLow)), n);
    return x > 0f ? x + log : high < TAIL ? tail : log;
  }

  /**
   * The derivative of {@link #softplus}.
   *
   * @param x any float
   * @param beta the sharpness
   * @param width the first 11 bits of 1 / beta
   * @param widthLow its other bits
   * @return sigmoid(beta x)
   */
  @MaxError(ulps = 2.2, floor = 0)
  public static float softplusDerivative(float x, float beta, float width, float widthLow) {
    float bounded = bounded(x, FLAT * width);
    float high = quotient(bounded, beta);
    return sigmoid(high, quotientRest(bounded, high, beta, width, widthLow));
  }

  /**
   * The floats of {@link #softplus}.
   *
   * @param beta 2^-100 to 2^100
   * @return beta, width, widthLow
   * @throws IllegalArgumentException outside that range
   */
  public static float[] softplusParameters(double beta) {
    ParameterFloats.checkedPositive("beta", beta);
    return new float[] {
      (float) beta, ParameterFloats.divisor(1 / beta), ParameterFloats.divisorLow(1 / beta),
    };
  }

  /** 1 / (1 + e^-(z + low)). */
  private static float sigmoid(float z, float low) {
    float e = ElementaryFunctions.exp(-TornadoMath.abs(z), z < 0f ? low : -low);
    // e / (1 + e) as e - e^2 / (1 + e): the rounding of the quotient counts less.
    return z < 0f ? e - e * (e / (1f + e)) : 1f / (1f + e);
  }
}
