package dev.activations.catalogue;

import org.apache.commons.numbers.core.DD;

/**
 * The exponential of an argument that is a sum of two doubles.
 *
 * <p>An argument z that was rounded to double makes an error of |z| 2^-53 in exp(z): hundreds of
 * ULP in the tails. So products, quotients and squares that go into an exponential keep their low
 * part.
 *
 * <p>All of it stands on {@link StrictMath}, whose results are the same bits on every JVM.
 */
final class Exponential {
  /** Below this argument exp is close to subnormal, and scaling the result would lose digits. */
  private static final double NEAR_UNDERFLOW = -700;

  /** Below this argument no finite factor lifts the result above zero. */
  private static final double ZERO = -1500;

  private Exponential() {}

  /** a * b without rounding. */
  static DD product(double a, double b) {
    return finite(DD.ofProduct(a, b), a * b);
  }

  /** a / b to twice the digits of double. */
  static DD quotient(double a, double b) {
    return finite(DD.fromQuotient(a, b), a / b);
  }

  /** z where it could be computed, the plain double where splitting a huge number overflowed. */
  private static DD finite(DD z, double plain) {
    return z.isFinite() ? z : DD.of(plain);
  }

  /** exp(z). */
  static double exp(DD z) {
    double e = StrictMath.exp(z.hi());
    return e == 0 || Double.isInfinite(e) ? e : e + e * z.lo();
  }

  /** factor * exp(z) without an underflow of exp(z) alone. */
  static double scaledExp(double factor, DD z) {
    if (z.hi() > NEAR_UNDERFLOW) {
      return factor * exp(z);
    }
    if (z.hi() < ZERO) {
      return factor * 0;
    }
    double half = exp(z.multiply(0.5));
    return factor * half * half;
  }
}
