package dev.activations.reference;

import static dev.activations.reference.Enclosure.ERROR_UNIT;
import static dev.activations.reference.Enclosure.UNKNOWN;

import java.math.BigDecimal;
import org.apache.commons.numbers.core.DD;
import org.jspecify.annotations.Nullable;

/**
 * Double-doubles with a running error bound: the fast way, good for about thirty digits.
 *
 * <p>DD states 2^-106 times a small constant (at most 16, for the quotient) as the relative error
 * of its operations where nothing overflows or underflows. The bounds here are 2^-100, which also
 * covers the rounding of the bounds themselves. Operands and results beyond 2^960, where the exact
 * products overflow, are not trusted; below 2^-900 the loss to underflow is added.
 */
final class DoubleDoubleArithmetic implements Arithmetic<Enclosure> {
  private static final double ROUNDING = Math.scalb(1.0, -100 - ERROR_UNIT);
  private static final double LARGEST = 0x1p960;
  private static final double SAFE = 0x1p-900;
  // Each operation loses a few low parts, each under 2^-1074.
  private static final double UNDERFLOW = Math.scalb(1.0, -1066 - ERROR_UNIT);
  private static final double UNIT = Math.scalb(1.0, ERROR_UNIT);

  @Override
  public int digits() {
    return 31;
  }

  @Override
  public Enclosure of(double value) {
    return value == 0 ? Enclosure.ZERO : new Enclosure(DD.of(value), 0);
  }

  @Override
  public Enclosure of(BigDecimal value) {
    DD rounded = DD.from(value);
    BigDecimal difference = value.subtract(rounded.bigDecimalValue());
    return difference.signum() == 0
        ? new Enclosure(rounded, 0)
        : checked(rounded, Math.abs(rounded.hi()) * ROUNDING);
  }

  @Override
  public Enclosure pi() {
    // The first two doubles of pi, from its hexadecimal expansion.
    return checked(DD.ofSum(0x1.921fb54442d18p1, 0x1.1a62633145c07p-53), 4 * ROUNDING);
  }

  @Override
  public Enclosure unknown() {
    return UNKNOWN;
  }

  @Override
  public Enclosure add(Enclosure a, Enclosure b) {
    if (a.isExactZero()) {
      return b;
    }
    if (b.isExactZero()) {
      return a;
    }
    if (Double.isInfinite(a.hi()) || Double.isInfinite(b.hi())) {
      return infinite(a.hi() + b.hi());
    }
    if (a.isDouble() && b.isDouble()) {
      return checked(DD.ofSum(a.hi(), b.hi()), 0);
    }
    double rounding = (Math.abs(a.hi()) + Math.abs(b.hi())) * ROUNDING;
    return checked(a.value().add(b.value()), a.error() + b.error() + rounding);
  }

  @Override
  public Enclosure multiply(Enclosure a, Enclosure b) {
    if (a.isExactZero() || b.isExactZero()) {
      return Enclosure.ZERO;
    }
    if (Double.isInfinite(a.hi()) || Double.isInfinite(b.hi())) {
      boolean kept = a.isWithin(1, ERROR_UNIT) && Math.abs(a.hi()) >= 0x1p-63;
      kept &= b.isWithin(1, ERROR_UNIT) && Math.abs(b.hi()) >= 0x1p-63;
      return kept ? infinite(a.hi() * b.hi()) : UNKNOWN;
    }
    boolean doubles = a.isDouble() && b.isDouble();
    DD product = doubles ? DD.ofProduct(a.hi(), b.hi()) : a.value().multiply(b.value());
    double size = Math.abs(product.hi());
    double propagated =
        Math.abs(a.hi()) * b.error() + Math.abs(b.hi()) * a.error() + a.error() * UNIT * b.error();
    double rounding = doubles ? 0 : size * ROUNDING;
    if (size < SAFE && a.hi() != 0 && b.hi() != 0) {
      rounding += UNDERFLOW;
    }
    return checked(product, propagated * (1 + 0x1p-40) + rounding);
  }

  @Override
  public Enclosure divide(Enclosure a, Enclosure b) {
    double divisor = Math.abs(b.hi());
    double nearest = divisor - b.error() * UNIT;
    if (Double.isInfinite(a.hi()) || !(nearest > divisor / 2 && divisor < 0x1p900)) {
      return UNKNOWN;
    }
    if (a.isExactZero()) {
      return a;
    }
    if (divisor < SAFE) {
      return UNKNOWN;
    }
    DD quotient = a.value().divide(b.value());
    double size = Math.abs(quotient.hi());
    double rounding = size * ROUNDING;
    if (a.hi() != 0 && (size < SAFE || Math.abs(a.hi()) < SAFE)) {
      rounding += UNDERFLOW + UNDERFLOW / divisor;
    }
    double propagated = (a.error() + size * b.error()) / nearest;
    return checked(quotient, propagated * (1 + 0x1p-40) + rounding);
  }

  @Override
  public Enclosure negate(Enclosure a) {
    return a.isExactZero() ? a : new Enclosure(a.value().negate(), a.error());
  }

  @Override
  public Enclosure sqrt(Enclosure a) {
    double hi = a.hi();
    if (a.isExactZero()) {
      return a;
    }
    if (!(hi > 2 * a.error() * UNIT && hi > SAFE && hi < LARGEST)) {
      return UNKNOWN;
    }
    DD root = a.value().sqrt();
    return checked(root, a.error() / root.hi() + root.hi() * ROUNDING);
  }

  @Override
  public Enclosure scale(Enclosure a, int n) {
    double error = Math.scalb(a.error(), n);
    DD scaled = a.value().scalb(n);
    return checked(
        scaled,
        n < 0 && scaled.hi() != 0 && Math.abs(scaled.hi()) < SAFE ? error + UNDERFLOW : error);
  }

  @Override
  public Enclosure widen(Enclosure a, Enclosure by) {
    double bound = Math.abs(by.hi()) / UNIT + by.error();
    return checked(a.value(), (a.error() + bound) * (1 + 0x1p-40));
  }

  @Override
  public Order compare(Enclosure a, Enclosure b) {
    double hi = a.hi() - b.hi();
    if (Double.isInfinite(hi) && a.isExact() && b.isExact()) {
      return hi < 0 ? Order.BELOW : Order.ABOVE;
    }
    if (a.isExact() && b.isExact() && Double.isFinite(hi)) {
      // Not Double.compare, to which a low part of -0.0 is less than 0.0.
      double low = hi == 0 ? a.value().lo() - b.value().lo() : hi;
      return low < 0 ? Order.BELOW : low > 0 ? Order.ABOVE : Order.EQUAL;
    }
    Enclosure difference = subtract(a, b);
    if (!(Math.abs(difference.hi()) > 2 * UNIT * difference.error())) {
      return Order.UNDECIDED;
    }
    return difference.hi() < 0 ? Order.BELOW : Order.ABOVE;
  }

  @Override
  public Enclosure min(Enclosure a, Enclosure b) {
    return negate(max(negate(a), negate(b)));
  }

  @Override
  public Enclosure max(Enclosure a, Enclosure b) {
    Order order = compare(a, b);
    if (order != Order.UNDECIDED) {
      return order == Order.BELOW ? b : a;
    }
    Enclosure larger = a.hi() > b.hi() ? a : b;
    return Double.isFinite(a.hi()) && Double.isFinite(b.hi())
        ? checked(larger.value(), Math.max(a.error(), b.error()))
        : UNKNOWN;
  }

  @Override
  public boolean isNegative(Enclosure a) {
    return a.hi() < 0;
  }

  @Override
  public int exponent(Enclosure a) {
    return Math.getExponent(a.hi());
  }

  @Override
  public double approximate(Enclosure a) {
    return a.hi();
  }

  @Override
  public @Nullable Enclosure extremeExp(Enclosure a) {
    double reach = a.error() * UNIT;
    double highest = a.hi() + reach;
    if (Double.isNaN(highest)) {
      return UNKNOWN;
    }
    if (highest < -600) {
      // e^-900 < 2^-1298 and e^-600 < 2^-865. Below e^-20000 < 2^-28853 no error is counted: it
      // would take a product of twenty-eight numbers as large as doubles get to make it matter.
      double bound = highest < -20000 ? 0 : highest < -900 ? -1274 : -865;
      return new Enclosure(DD.ZERO, bound == 0 ? 0 : Math.scalb(1.0, (int) bound - ERROR_UNIT));
    }
    if (a.hi() - reach > 900) {
      return infinite(Double.POSITIVE_INFINITY);
    }
    return a.hi() > 650 ? UNKNOWN : null;
  }

  private static Enclosure infinite(double value) {
    return Double.isNaN(value) ? UNKNOWN : new Enclosure(DD.of(value), 0);
  }

  private static Enclosure checked(DD value, double error) {
    boolean trusted = Math.abs(value.hi()) < LARGEST && error < Double.POSITIVE_INFINITY;
    return trusted ? new Enclosure(value, error) : UNKNOWN;
  }
}
