package dev.activations.reference;

import static dev.activations.reference.Ball.UNKNOWN;

import java.math.BigDecimal;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.jspecify.annotations.Nullable;

/**
 * Decimal numbers of any precision with a running error bound, for what thirty digits leave open.
 *
 * <p>Apfloat truncates: an operation on p digits is off by less than ten units of the last one. The
 * bounds here are a hundred times that, which also covers the rounding of the bounds, themselves
 * kept to sixteen digits.
 */
final class ApfloatArithmetic implements Arithmetic<Ball> {
  private static final int RADIX = 10;
  private static final int BOUND_DIGITS = 16;
  private static final double BITS_PER_DIGIT = Math.log(10) / Math.log(2);

  private static final Apfloat NONE = Apfloat.ZERO;
  private static final Apfloat LARGEST_EXPONENT = new Apfloat(1_000_000);

  // e^1000000 = 10^434294.48...
  private static final Ball VANISHING =
      new Ball(Apfloat.ZERO, ApfloatMath.scale(new Apfloat(1, BOUND_DIGITS), -434_294));
  // Beyond e^1000000 only the sign and the size matter, as in min(0, alpha * expm1(x)).
  private static final Ball ENORMOUS =
      new Ball(ApfloatMath.scale(new Apfloat(1, BOUND_DIGITS), 434_294_000_000L), NONE);

  private final int digits;
  private final Ball pi;

  ApfloatArithmetic(int digits) {
    this.digits = digits;
    this.pi = rounded(ApfloatMath.pi(digits), NONE);
  }

  @Override
  public int digits() {
    return digits;
  }

  @Override
  public Ball of(double value) {
    return value == (int) value ? new Ball(integer((int) value), NONE) : of(new BigDecimal(value));
  }

  @Override
  public Ball of(BigDecimal value) {
    Apfloat whole = new Apfloat(value, digits);
    return value.stripTrailingZeros().precision() <= digits
        ? new Ball(whole, NONE)
        : rounded(whole, NONE);
  }

  private Apfloat integer(int value) {
    return value == 0 ? Apfloat.ZERO : new Apfloat(value, digits, RADIX);
  }

  @Override
  public Ball pi() {
    return pi;
  }

  @Override
  public Ball unknown() {
    return UNKNOWN;
  }

  @Override
  public Ball add(Ball a, Ball b) {
    if (a.isUnknown() || b.isUnknown()) {
      return UNKNOWN;
    }
    if (a.isExactZero()) {
      return b;
    }
    if (b.isExactZero()) {
      return a;
    }
    Apfloat size = magnitude(a.value()).add(magnitude(b.value()));
    Apfloat error = a.error().add(b.error()).add(rounding(size));
    return new Ball(extended(a.value().add(b.value())), error);
  }

  @Override
  public Ball multiply(Ball a, Ball b) {
    if (a.isUnknown() || b.isUnknown()) {
      return UNKNOWN;
    }
    if (a.isExactZero() || b.isExactZero()) {
      return new Ball(Apfloat.ZERO, NONE);
    }
    Apfloat error = magnitude(a.value()).add(a.error()).multiply(b.error());
    return rounded(
        a.value().multiply(b.value()), error.add(magnitude(b.value()).multiply(a.error())));
  }

  @Override
  public Ball divide(Ball a, Ball b) {
    if (a.isUnknown() || b.isUnknown()) {
      return UNKNOWN;
    }
    Apfloat nearest = magnitude(b.value()).subtract(b.error());
    if (nearest.signum() <= 0) {
      return UNKNOWN;
    }
    Apfloat quotient = a.value().signum() == 0 ? Apfloat.ZERO : a.value().divide(b.value());
    Apfloat slack = a.error().add(magnitude(quotient).multiply(b.error()));
    return rounded(quotient, slack.signum() == 0 ? NONE : slack.divide(nearest));
  }

  @Override
  public Ball negate(Ball a) {
    return new Ball(a.value().negate(), a.error());
  }

  @Override
  public Ball sqrt(Ball a) {
    if (a.isExactZero()) {
      return a;
    }
    if (a.isUnknown() || a.value().compareTo(a.error()) <= 0) {
      return UNKNOWN;
    }
    Apfloat root = ApfloatMath.sqrt(a.value());
    return rounded(root, a.error().signum() == 0 ? NONE : a.error().divide(magnitude(root)));
  }

  @Override
  public Ball scale(Ball a, int n) {
    Ball power = new Ball(ApfloatMath.pow(new Apfloat(2, digits, RADIX), Math.abs(n)), NONE);
    power = Math.abs(n) * 0.302 < digits - 1 ? power : rounded(power.value(), NONE);
    return n == 0 ? a : n < 0 ? divide(a, power) : multiply(a, power);
  }

  @Override
  public Ball widen(Ball a, Ball by) {
    return a.isUnknown() || by.isUnknown()
        ? UNKNOWN
        : rounded(a.value(), a.error().add(magnitude(by.value())).add(by.error()));
  }

  @Override
  public Order compare(Ball a, Ball b) {
    if (a.isUnknown() || b.isUnknown()) {
      return Order.UNDECIDED;
    }
    // Apfloat compares exactly, whatever the precisions.
    int order = a.value().compareTo(b.value());
    if (a.error().signum() != 0 || b.error().signum() != 0) {
      Ball difference = subtract(a, b);
      if (magnitude(difference.value()).compareTo(difference.error()) <= 0) {
        return Order.UNDECIDED;
      }
      order = difference.value().signum();
    }
    return order < 0 ? Order.BELOW : order > 0 ? Order.ABOVE : Order.EQUAL;
  }

  @Override
  public Ball min(Ball a, Ball b) {
    return negate(max(negate(a), negate(b)));
  }

  @Override
  public Ball max(Ball a, Ball b) {
    if (a.isUnknown() || b.isUnknown()) {
      return UNKNOWN;
    }
    Order order = compare(a, b);
    if (order != Order.UNDECIDED) {
      return order == Order.BELOW ? b : a;
    }
    Apfloat error = a.error().compareTo(b.error()) < 0 ? b.error() : a.error();
    return new Ball(a.value().compareTo(b.value()) < 0 ? b.value() : a.value(), error);
  }

  @Override
  public boolean isNegative(Ball a) {
    return a.value().signum() < 0;
  }

  @Override
  public int exponent(Ball a) {
    double exponent = a.value().signum() == 0 ? -1e6 : a.value().scale() * BITS_PER_DIGIT;
    return (int) Math.ceil(Math.max(-1e6, Math.min(1e6, exponent)));
  }

  @Override
  public double approximate(Ball a) {
    return a.isUnknown() ? Double.NaN : a.value().doubleValue();
  }

  @Override
  public @Nullable Ball extremeExp(Ball a) {
    if (a.isUnknown()) {
      return UNKNOWN;
    }
    if (magnitude(a.value()).subtract(a.error()).compareTo(LARGEST_EXPONENT) > 0) {
      return isNegative(a) ? VANISHING : ENORMOUS;
    }
    return a.error().compareTo(Apfloat.ONE) > 0 ? UNKNOWN : null;
  }

  private static Apfloat magnitude(Apfloat a) {
    return a.signum() == 0 ? a : ApfloatMath.abs(a).precision(BOUND_DIGITS);
  }

  private Apfloat rounding(Apfloat size) {
    return size.signum() == 0 ? size : ApfloatMath.scale(size, 3L - digits);
  }

  private Ball rounded(Apfloat value, Apfloat error) {
    return new Ball(extended(value), error.add(rounding(magnitude(value))));
  }

  /** Apfloat drops digits that cancellation made doubtful; the radius takes care of those here. */
  private Apfloat extended(Apfloat value) {
    return value.signum() == 0 ? value : value.precision(digits);
  }
}
