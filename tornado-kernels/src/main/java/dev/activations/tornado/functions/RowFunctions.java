package dev.activations.tornado.functions;

import uk.ac.manchester.tornado.api.math.TornadoMath;

/**
 * What the row operations are made of: differences from the maximum of a row, kept in two floats
 * and divided by a temperature.
 *
 * <p>The temperature T comes as five floats ({@code RowKernels.parameters}), so that the argument
 * of the exponential is reduced before it is divided: exp(d / T) = 2^n exp((d - n T ln 2) / T). A
 * quotient d / T in one float would make a relative error of |d / T| 2^-24.
 */
public final class RowFunctions {
  /** Beyond, what a difference lost in rounding is nothing, and infinities are among these. */
  private static final float HUGE = -0x1p100f;

  /** 2^-160 is zero in float. */
  private static final float GONE = -160f;

  private RowFunctions() {}

  /**
   * x - m, and 0 where the two are one infinity.
   *
   * @param x any float
   * @param m any float
   * @return x - m, rounded
   */
  public static float difference(float x, float m) {
    return x == m ? 0f : x - m;
  }

  /**
   * What {@link #difference} lost in rounding.
   *
   * @param x at most m
   * @param m the larger one
   * @param d difference(x, m)
   * @return x - m - d, exact; 0 for huge differences
   */
  public static float lost(float x, float m, float d) {
    float back = d - x;
    float error = (x - (d - back)) - (m + back);
    // Nothing is lost in 0, which two infinities give too.
    return d > HUGE ? d == 0f ? 0f : error : 0f;
  }

  /**
   * exp((d + low) / T) for d &lt;= 8 T.
   *
   * @param d the difference from the maximum or from another reference, -infinity included
   * @param low its low part
   * @param perLn2 1 / (T ln 2)
   * @param ln2High the first 15 bits of T ln 2
   * @param ln2Low what is left of T ln 2
   * @param inverse 1 / T
   * @return the exponential, error at most 1 ULP
   */
  public static float exp(
      float d, float low, float perLn2, float ln2High, float ln2Low, float inverse) {
    float q = d * perLn2;
    boolean gone = q < GONE;
    int n = gone ? -160 : (int) TornadoMath.floor(q + 0.5f);
    float r = gone ? 0f : ((d - ln2High * n) - (ln2Low * n - low)) * inverse;
    return halved(0x1p12f * (1f + ElementaryFunctions.expm1OfReduced(r)), 12 - n);
  }

  /** y 2^-times for times in [0, 255]; small powers first, so that only the last can round. */
  private static float halved(float y, int times) {
    float z = (times & 1) != 0 ? 0x1p-1f * y : y;
    z *= (times & 2) != 0 ? 0x1p-2f : 1f;
    z *= (times & 4) != 0 ? 0x1p-4f : 1f;
    z *= (times & 8) != 0 ? 0x1p-8f : 1f;
    z *= (times & 16) != 0 ? 0x1p-16f : 1f;
    z *= (times & 32) != 0 ? 0x1p-32f : 1f;
    z *= (times & 64) != 0 ? 0x1p-64f : 1f;
    return (times & 128) != 0 ? 0x1p-128f * z : z;
  }

  /**
   * (d + low) / T - offset.
   *
   * @param d the difference from the maximum, -infinity included
   * @param low its low part
   * @param inverse 1 / T
   * @param inverseLow what is left of 1 / T
   * @param offset is subtracted
   * @return the result, error at most 2 ULP while offset is not negative
   */
  public static float logarithm(float d, float low, float inverse, float inverseLow, float offset) {
    float rest = d > HUGE ? low * inverse + d * inverseLow : 0f;
    return (d * inverse - offset) + rest;
  }

  /**
   * What a sum lost in rounding.
   *
   * @param a one term
   * @param b the other
   * @param sum a + b
   * @return a + b - sum, exact; 0 where the sum is infinite
   */
  public static float lostInSum(float a, float b, float sum) {
    float back = sum - a;
    float error = (a - (sum - back)) + (b - back);
    return sum - sum == 0f ? error : 0f;
  }
}
