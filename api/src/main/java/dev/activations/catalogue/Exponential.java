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

  /** Beyond these, splitting a double into halves overflows, or its lower half underflows. */
  private static final double HUGE = 0x1p900;

  private static final double TINY = 0x1p-900;
  private static final int SHIFT = 200;

  private Exponential() {}

  /** a * b without rounding. */
  static DD product(double a, double b) {
    boolean hugeA = Math.abs(a) > HUGE;
    boolean hugeB = Math.abs(b) > HUGE;
    if (!hugeA && !hugeB) {
      return DD.ofProduct(a, b);
    }
    int shift = (hugeA ? SHIFT : 0) + (hugeB ? SHIFT : 0);
    DD z = DD.ofProduct(hugeA ? down(a) : a, hugeB ? down(b) : b).scalb(shift);
    return z.isFinite() ? z : DD.of(a * b);
  }

  /** a / b to twice the digits of double. */
  static DD quotient(double a, double b) {
    return quotient(DD.of(a), b);
  }

  /** a / b to twice the digits of double. */
  static DD quotient(DD a, double b) {
    double plain = a.hi() / b;
    if (a.hi() == 0 || Math.abs(plain) > 1e6 || Math.abs(plain) < 1e-30) {
      // An exponential is saturated by such an argument, or does not see its low part.
      return DD.of(plain);
    }
    int shift = Math.abs(b) > HUGE ? -SHIFT : Math.abs(b) < TINY ? SHIFT : 0;
    return a.scalb(shift).divide(DD.of(Math.scalb(b, shift)));
  }

  private static double down(double huge) {
    return Math.scalb(huge, -SHIFT);
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
