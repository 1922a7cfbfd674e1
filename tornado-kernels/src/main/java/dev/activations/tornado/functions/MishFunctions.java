package dev.activations.tornado.functions;

import static dev.activations.tornado.functions.ElementaryFunctions.bounded;
import static dev.activations.tornado.functions.ElementaryFunctions.expm1OfReduced;
import static dev.activations.tornado.functions.ElementaryFunctions.exponent;
import static dev.activations.tornado.functions.ElementaryFunctions.reduce;
import static dev.activations.tornado.functions.ElementaryFunctions.scale;

import uk.ac.manchester.tornado.api.math.TornadoMath;

/**
 * x tanh(softplus(x)), as {@code MishFunctions} of the catalogue defines it. The exponential is
 * only taken of -|x|, so nothing overflows.
 *
 * <p>The polynomial around the zero of the derivative is made by {@code
 * tornado-kernels/constants/zeros.py}.
 */
public final class MishFunctions {
  /** x e^x is zero here. */
  private static final float SATURATED = 120f;

  /** Down to here mish' is a polynomial around its zero at -1.1924. */
  private static final float WINDOW = -1.9f;

  private static final float ZERO = 1.1924312f;
  private static final float ZERO_LOW = 3.0439375e-09f;

  private MishFunctions() {}

  /**
   * x tanh(softplus(x)): tanh(log(1 + e)) = n / (n + 2) with n = e (e + 2).
   *
   * @param x any float
   * @return the value
   */
  @MaxError(ulps = 3.6, floor = 0)
  public static float mish(float x) {
    float c = bounded(x, SATURATED);
    float z = -TornadoMath.abs(c);
    int n = exponent(z);
    float t = expm1OfReduced(reduce(z, 0f, n));
    float e = scale(1f + t, n);
    // Both fractions are 1 - something small, for the sake of the last digit.
    float above = x - c * (2f * e * e / (1f + 2f * e * (1f + e)));
    float factor = c - c * (e * (1f + e) / (2f + e * (2f + e)));
    // The difference would make 0 of -0.
    return x == 0f ? x : x < 0f ? scale(factor + factor * t, n) : above;
  }

  /**
   * The derivative of {@link #mish}.
   *
   * @param x any float
   * @return tanh(softplus(x)) + x sigmoid(x) (1 - tanh(softplus(x))^2)
   */
  @MaxError(ulps = 3.7, floor = 0)
  public static float mishDerivative(float x) {
    float c = bounded(x, SATURATED);
    float z = -TornadoMath.abs(c);
    int n = exponent(z);
    float t = expm1OfReduced(reduce(z, 0f, n));
    float e = scale(1f + t, n);

    float d = 1f + 2f * e * (1f + e);
    float above = 1f + 2f * e * e * (2f * (1f + e) * c - d) / (d * d);

    // e ((e + 2) b + 4 x (1 + e)) / b^2 with b = 2 (1 + h), and 1 / (1 + h)^2 as 1 - something
    // small.
    float h = e + 0.5f * e * e;
    float g = (1f + c) + e * (1.5f + c + e * (1f + 0.25f * e));
    float product = g + g * t;
    float sum = 1f + h;
    float below = scale(product - product * (h * (2f + h) / (sum * sum)), n);

    float near = (c + ZERO) + ZERO_LOW;
    float around = near * aroundZero(near);
    return x < WINDOW ? below : x < 0f ? around : above;
  }

  /** mish'(t - 1.1924) / t. */
  private static float aroundZero(float t) {
    float p = -6.948705e-05f + t * (-9.924133e-05f + t * (1.0273068e-05f + t * 5.369368e-06f));
    p = 0.0010568018f + t * (0.0009964664f + t * (0.0003174088f + t * p));
    p = -0.02027212f + t * (-0.015812473f + t * (-0.0033598484f + t * p));
    return 0.26694793f + t * (0.20473127f + t * (0.041907053f + t * p));
  }
}
