package dev.activations.tornado.functions;

import uk.ac.manchester.tornado.api.math.TornadoMath;

/**
 * exp, expm1, log1p and powers of two, made of + - * / and floor alone, so that every device gives
 * the same digits: the functions that devices have differ by several units in the last place.
 *
 * <p>What is compiled for a device has rules. a * b + c may or may not be contracted into one
 * operation, so wherever no rounding may happen the product itself is exact (factors of few bits).
 * A comparison is only ever &lt; or &gt;: code generators drop the flag that says what NaN does to
 * the others. NaN flows through the arithmetic, and the branch that a false comparison takes keeps
 * it.
 *
 * <p>Errors in units in the last place were measured over 10^7 inputs, with and without
 * contraction. Constants are made by {@code tornado-kernels/constants/elementary.py}.
 */
public final class ElementaryFunctions {
  /** 1 / ln 2. */
  private static final float INVERSE_LN2 = 1.442695f;

  /** The first 15 bits of ln 2: products with integers of up to 9 bits are exact. */
  private static final float LN2_HIGH = 0.693145751953125f;

  private static final float LN2_LOW = 1.4286068e-06f;

  /** exp is infinite from here on. */
  private static final float OVERFLOW = 89f;

  /** exp rounds to zero below. */
  private static final float UNDERFLOW = -106f;

  private static final float MANY = 0x1p64f;
  private static final float FEW = 0x1p-64f;

  private ElementaryFunctions() {}

  /**
   * e^x for every float: 0 at -infinity, infinity from 88.72284 on, subnormal results included.
   *
   * @param x any float
   * @return e^x, error at most 1 ULP
   */
  public static float exp(float x) {
    return exp(x, 0f);
  }

  /**
   * e^(x + low) for an argument of two floats. An argument z that was rounded to float makes a
   * relative error of |z| 2^-24, up to 100 units in the last place.
   *
   * @param x the argument, any float
   * @param low its low part, at most 0.35 in magnitude; not looked at where x alone decides
   * @return e^(x + low), error at most 1.25 ULP
   */
  public static float exp(float x, float low) {
    float z = x > OVERFLOW ? OVERFLOW : x < UNDERFLOW ? UNDERFLOW : x;
    float rest = x > OVERFLOW ? 0f : x < UNDERFLOW ? 0f : low;
    int n = exponent(z + rest);
    return scale(1f + expm1OfReduced(reduce(z, rest, n)), n);
  }

  /**
   * e^x - 1 for every float: -1 at -infinity, infinity from 88.72284 on; -0 stays -0.
   *
   * @param x any float
   * @return e^x - 1, error at most 0.95 ULP for x &lt; 0.34, else 1.45 ULP
   */
  public static float expm1(float x) {
    return x == 0f ? x : expm1(x, 0f);
  }

  /**
   * e^(x + low) - 1 for an argument of two floats.
   *
   * @param x the argument, any float
   * @param low its low part, at most 0.35 in magnitude; not looked at where x alone decides
   * @return e^(x + low) - 1, error as above
   */
  public static float expm1(float x, float low) {
    float z = x > OVERFLOW ? OVERFLOW : x < -20f ? -20f : x;
    float rest = x > OVERFLOW ? 0f : x < -20f ? 0f : low;
    int n = exponent(z + rest);
    float t = expm1OfReduced(reduce(z, rest, n));
    // 2^128 is not a float, so large results are doubled last.
    int last = z > 45f ? 1 : 0;
    float power = scale(1f, n - last);
    float y = power * t + (power - 1f);
    return z > 45f ? y + y : y;
  }

  /**
   * log(1 + x) for x &gt;= 0; near zero it is x.
   *
   * @param x 0 to 2^60
   * @return log(1 + x), error at most 1.1 ULP; NaN or nonsense outside the range
   */
  public static float log1p(float x) {
    // u + lost = 1 + x exactly.
    float u = 1f + x;
    float lost = x < 1f ? x - (u - 1f) : 1f - (u - x);
    float v = u;
    int k = 0;
    k = v > 0x1p32f ? k + 32 : k;
    v = v > 0x1p32f ? v * 0x1p-32f : v;
    k = v > 0x1p16f ? k + 16 : k;
    v = v > 0x1p16f ? v * 0x1p-16f : v;
    k = v > 0x1p8f ? k + 8 : k;
    v = v > 0x1p8f ? v * 0x1p-8f : v;
    k = v > 0x1p4f ? k + 4 : k;
    v = v > 0x1p4f ? v * 0x1p-4f : v;
    k = v > 0x1p2f ? k + 2 : k;
    v = v > 0x1p2f ? v * 0x1p-2f : v;
    k = v > 2f ? k + 1 : k;
    v = v > 2f ? 0.5f * v : v;
    k = v > 1.5f ? k + 1 : k;
    v = v > 1.5f ? 0.5f * v : v;
    boolean reduced = x > 0.5f;
    float low = LN2_LOW * k + lost / u;
    return reduced ? LN2_HIGH * k + (log1pOfReduced(v - 1f) + low) : log1pOfReduced(x);
  }

  /**
   * log(1 + x) for x in [0, 1], without the reduction that a larger argument needs.
   *
   * @param x 0 to 1
   * @return log(1 + x), error at most 1.1 ULP
   */
  static float log1pOfUnit(float x) {
    // 1 + x = 2 (1 + (x - 1) / 2), and x - 1 is exact from 1/2 on.
    boolean upper = x > 0.5f;
    float log = log1pOfReduced(upper ? 0.5f * (x - 1f) : x);
    return upper ? LN2_HIGH + (log + LN2_LOW) : log;
  }

  /**
   * 2^n.
   *
   * @param n any integer; 2^n is 0 below -149 and infinite above 127
   * @return 2^n, exact
   */
  public static float powerOfTwo(int n) {
    // Bounded as a float: TornadoVM cannot compile the comparisons of scale() that Graal folds when
    // it knows the range of an integer.
    float bounded = n;
    bounded = bounded > 128f ? 128f : bounded < -200f ? -200f : bounded;
    return scale(1f, (int) bounded);
  }

  /**
   * f 2^n, rounded once where the result is subnormal (twice where f is huge or tiny besides).
   *
   * @param f any float
   * @param n -319 to 128
   * @return f 2^n
   */
  static float scale(float f, int n) {
    // n = 64 whole - down. Small powers first: none of them makes the result subnormal on the way.
    int down = -n & 63;
    // TornadoVM shifts negative integers right without their sign on PTX.
    int whole = ((n + down + 512) >> 6) - 8;
    float s = (down & 1) != 0 ? 0x1p-1f : 1f;
    s *= (down & 2) != 0 ? 0x1p-2f : 1f;
    s *= (down & 4) != 0 ? 0x1p-4f : 1f;
    s *= (down & 8) != 0 ? 0x1p-8f : 1f;
    s *= (down & 16) != 0 ? 0x1p-16f : 1f;
    s *= (down & 32) != 0 ? 0x1p-32f : 1f;
    float y = f * s;
    y *= whole < 0 ? FEW : whole > 0 ? MANY : 1f;
    y *= whole < -1 ? FEW : whole > 1 ? MANY : 1f;
    y *= whole < -2 ? FEW : 1f;
    y *= whole < -3 ? FEW : 1f;
    return whole < -4 ? y * FEW : y;
  }

  /**
   * The n for which z - n ln 2 is smallest.
   *
   * @param z -220 to 89
   * @return z / ln 2 rounded to an integer
   */
  static int exponent(float z) {
    return (int) TornadoMath.floor(z * INVERSE_LN2 + 0.5f);
  }

  /**
   * z + low - n ln 2.
   *
   * @param z the argument, -290 to 89
   * @param low its low part
   * @param n from {@link #exponent}
   * @return at most 0.36 in magnitude, with an absolute error of 2^-26
   */
  static float reduce(float z, float low, int n) {
    // The first product and the first difference are exact.
    return (z - LN2_HIGH * n) - (LN2_LOW * n - low);
  }

  /**
   * e^r - 1.
   *
   * @param r at most 0.36 in magnitude
   * @return e^r - 1
   */
  static float expm1OfReduced(float r) {
    return r + r * expm1Excess(r);
  }

  /**
   * (e^r - 1) / r - 1.
   *
   * @param r at most 0.36 in magnitude
   * @return about r / 2
   */
  static float expm1Excess(float r) {
    float q = 0.0013933565f + r * 0.00019944255f;
    q = 0.5f + r * (0.16666667f + r * (0.04166648f + r * (0.008333208f + r * q)));
    return r * q;
  }

  /**
   * x / divisor to a multiple of 1/32, so that products with it, and its square, stay exact. With
   * {@link #quotientRest} it makes a quotient of two floats, for an exponential.
   *
   * @param x the dividend, at most 200 divisors
   * @param reciprocal 1 / divisor
   * @return a number of up to 13 bits
   */
  static float quotient(float x, float reciprocal) {
    return TornadoMath.floor(x * reciprocal * 32f + 0.5f) * 0x1p-5f;
  }

  /**
   * What {@link #quotient} leaves.
   *
   * @param x the dividend
   * @param quotient from {@link #quotient}
   * @param reciprocal 1 / divisor
   * @param divisor the first 11 bits of the divisor
   * @param divisorLow its other bits
   * @return x / divisor - quotient, at most 1/64, with an absolute error of 2^-29
   */
  static float quotientRest(
      float x, float quotient, float reciprocal, float divisor, float divisorLow) {
    // The first product and the first difference are exact.
    return ((x - quotient * divisor) - quotient * divisorLow) * reciprocal;
  }

  /**
   * x, or the nearer end of [-limit, limit].
   *
   * @param x any float
   * @param limit above zero
   * @return NaN for NaN
   */
  static float bounded(float x, float limit) {
    return x > limit ? limit : x < -limit ? -limit : x;
  }

  /** log(1 + f) for f in [-0.25, 0.5]. */
  private static float log1pOfReduced(float f) {
    float p = 0.117340006f + f * (-0.09242312f + f * 0.03871464f);
    p = -0.16655509f + f * (0.14270915f + f * (-0.12716101f + f * p));
    p = 0.33333337f + f * (-0.25000167f + f * (0.19999826f + f * p));
    return f - f * f * (0.5f - f * p);
  }
}
