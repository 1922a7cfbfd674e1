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

  /** 2^-399 is zero in float, times the largest gradient and the largest 1 / T too. */
  private static final float LEAST = -399f;

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
   * @param ln2Low what is left of T ln 2, divided by T
   * @param inverse 1 / T
   * @return the exponential, error at most 1.25 ULP
   */
  public static float exp(
      float d, float low, float perLn2, float ln2High, float ln2Low, float inverse) {
    float q = d * perLn2;
    boolean gone = q < GONE;
    int n = gone ? -160 : (int) TornadoMath.floor(q + 0.5f);
    float r = gone ? 0f : (d - ln2High * n) * inverse - (ln2Low * n - low * inverse);
    return halved(0x1p12f * (1f + ElementaryFunctions.expm1OfReduced(r)), 12 - n);
  }

  /**
   * The n of exp(d / T) = 2^n (1 + t).
   *
   * @param d the difference from the maximum, -infinity included
   * @param perLn2 1 / (T ln 2)
   * @return n, at least -400
   */
  public static int exponent(float d, float perLn2) {
    float q = d * perLn2;
    return q < LEAST ? -400 : (int) TornadoMath.floor(q + 0.5f);
  }

  /**
   * The t of exp((d + low) / T) = 2^n (1 + t) for d &lt;= 0.
   *
   * @param d the difference from the maximum, -infinity included
   * @param low its low part
   * @param n from {@link #exponent(float, float)}
   * @param ln2High the first 15 bits of T ln 2
   * @param ln2Low what is left of T ln 2, divided by T
   * @param inverse 1 / T
   * @return t, with an absolute error of 2^-24
   */
  public static float excess(
      float d, float low, int n, float ln2High, float ln2Low, float inverse) {
    float r = (d - ln2High * n) * inverse - (ln2Low * n - low * inverse);
    return n < -399 ? 0f : ElementaryFunctions.expm1OfReduced(r);
  }

  /**
   * n / 3, rounded down. What is no float, 2^n (1 + t), keeps its digits in (1 + t) until it is
   * multiplied with a large number, and then three times with the third power.
   *
   * @param n an exponent
   * @return the exponent of a cube root
   */
  public static int third(int n) {
    return (int) TornadoMath.floor((n + 0.5f) * 0.33333334f);
  }

  /**
   * f 2^n.
   *
   * @param f 0.5 to 2
   * @param n 0 to 2
   * @return the product, exact
   */
  public static float upTo8(float f, int n) {
    float half = 0.5f * n;
    return f + f * (half * (n + 1f));
  }

  /**
   * f 2^n.
   *
   * @param f a power of two
   * @param n -319 to 128
   * @return the product
   */
  public static float scaled(float f, int n) {
    return ElementaryFunctions.scale(f, n);
  }

  /**
   * The n of exp(z) = 2^n (1 + t).
   *
   * @param z a logarithm
   * @return n
   */
  public static int exponent(float z) {
    return ElementaryFunctions.exponent(bounded(z));
  }

  /**
   * The t of exp(z) = 2^n (1 + t).
   *
   * @param z a logarithm
   * @param n from {@link #exponent(float)}
   * @return t
   */
  public static float excess(float z, int n) {
    return ElementaryFunctions.expm1OfReduced(ElementaryFunctions.reduce(bounded(z), 0f, n));
  }

  /**
   * 1 - 2^n (1 + t) for n of 0 or -1, from t and not from a difference that loses its digits.
   *
   * @param t from {@link #excess}
   * @param n from {@link #exponent(float)}
   * @return what is left of 1
   */
  public static float rest(float t, int n) {
    return n > -1 ? -t : 0.5f - 0.5f * t;
  }

  /** Of a logarithm of a probability; 2^-418 is zero in every product. */
  private static float bounded(float z) {
    return z > 88f ? 88f : z < -290f ? -290f : z;
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
