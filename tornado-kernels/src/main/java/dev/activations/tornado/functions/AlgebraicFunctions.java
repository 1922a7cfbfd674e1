package dev.activations.tornado.functions;

import static dev.activations.tornado.functions.ElementaryFunctions.bounded;

import uk.ac.manchester.tornado.api.math.TornadoMath;

/**
 * Smooth functions without an exponential, as {@code AlgebraicFunctions} of the catalogue defines.
 */
public final class AlgebraicFunctions {
  /** From here on the values no longer change. */
  private static final float HUGE = 0x1p100f;

  /** From here on x^2 could overflow, and b does not count beside it. */
  private static final float WIDE = 0x1p63f;

  private AlgebraicFunctions() {}

  /**
   * x / (1 + |x|).
   *
   * @param x any float
   * @return the value
   */
  @MaxError(ulps = 1.7, floor = 0)
  public static float softsign(float x) {
    float finite = bounded(x, HUGE);
    return finite / (1f + TornadoMath.abs(finite));
  }

  /**
   * The derivative of {@link #softsign}.
   *
   * @param x any float
   * @return 1 / (1 + |x|)^2
   */
  @MaxError(ulps = 1.8, floor = 0)
  public static float softsignDerivative(float x) {
    float a = TornadoMath.abs(bounded(x, HUGE));
    float sum = 1f + a;
    // What the sum has lost; the square doubles it.
    float lost = a < 1f ? a - (sum - 1f) : 1f - (sum - a);
    float q = 1f / sum;
    float square = q / sum;
    return square - 2f * (square * (lost * q));
  }

  /**
   * (x + sqrt(x^2 + b)) / 2.
   *
   * @param x any float
   * @param b the width of the bend
   * @param bError not used
   * @return the value
   */
  @MaxError(ulps = 3.5, floor = 0)
  public static float squareplus(float x, float b, float bError) {
    float a = TornadoMath.abs(x);
    float half = 0.5f * hypotenuse(a, b);
    // For x < 0 the sum cancels: it is (b / 2) / (h - x).
    float q = 0.25f * (b / (half + 0.5f * a));
    return x < 0f ? q : 0.5f * x + half;
  }

  /**
   * The derivative of {@link #squareplus}.
   *
   * @param x any float
   * @param b the width of the bend
   * @param bError what a float leaves of it, relative to it
   * @return (1 + x / sqrt(x^2 + b)) / 2
   */
  @MaxError(ulps = 4, floor = 0)
  public static float squareplusDerivative(float x, float b, float bError) {
    float finite = bounded(x, Float.MAX_VALUE);
    float a = TornadoMath.abs(finite);
    float h = hypotenuse(a, b);
    float ratio = finite / h;
    float s = a * a + b;
    // b / (2 h (h + a)), for nothing cancels there; above -1/2 nothing cancels yet.
    float q = a > WIDE ? 0.25f * (b / a / a) : 0.5f * (b / (s + (a * h - 2f * bError * s)));
    return ratio < -0.5f ? q : 0.5f + 0.5f * ratio;
  }

  /**
   * The floats of {@link #squareplus}.
   *
   * @param b 2^-100 to 2^100
   * @return b, bError
   * @throws IllegalArgumentException outside that range
   */
  public static float[] squareplusParameters(double b) {
    ParameterFloats.checkedPositive("b", b);
    return new float[] {(float) b, (float) ((b - (float) b) / b)};
  }

  private static float hypotenuse(float a, float b) {
    return a > WIDE ? a : TornadoMath.sqrt(a * a + b);
  }
}
