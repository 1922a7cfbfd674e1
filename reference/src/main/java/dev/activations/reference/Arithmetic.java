package dev.activations.reference;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Arithmetic on numbers known to within a bound: each number is a centre and a radius, and each
 * operation's radius covers what the operands' radii and its own rounding can do.
 *
 * @param <T> the numbers
 */
interface Arithmetic<T> {
  /** An order of two numbers that are known only to within their radii. */
  enum Order {
    BELOW,
    EQUAL,
    ABOVE,
    /** The two overlap: more digits are needed to tell. */
    UNDECIDED
  }

  /** About how many decimal digits a rounding keeps. */
  int digits();

  /** The double itself. */
  T of(double value);

  T of(BigDecimal value);

  T pi();

  /** A number of which nothing is known; it stays so through every operation. */
  T unknown();

  T add(T a, T b);

  T multiply(T a, T b);

  T divide(T a, T b);

  T negate(T a);

  T sqrt(T a);

  /** {@code a * 2**n}. */
  T scale(T a, int n);

  /** The same centre, with the largest absolute value of {@code by} added to the radius. */
  T widen(T a, T by);

  Order compare(T a, T b);

  /** The smaller one; overlapping operands need no decision, their radii cover both. */
  T min(T a, T b);

  /** The larger one. */
  T max(T a, T b);

  /** Whether the centre is below zero, which decides between forms valid on both sides. */
  boolean isNegative(T a);

  /** An upper bound of the centre's binary exponent, off by two at most; very low for zero. */
  int exponent(T a);

  /** The centre, rounded to a double. */
  double approximate(T a);

  /** {@code exp(a)} where it is beyond the range in which a series is summed, else null. */
  @Nullable T extremeExp(T a);

  /** {@code a - b}. */
  default T subtract(T a, T b) {
    return add(a, negate(b));
  }

  /** {@code abs(a)}. */
  default T abs(T a) {
    return isNegative(a) ? negate(a) : a;
  }

  /** {@code base**exponent} by repeated squaring. */
  default T power(T base, int exponent) {
    if (exponent < 0) {
      return divide(of(1), power(base, -exponent));
    }
    if (exponent == 0) {
      return of(1);
    }
    T half = power(base, exponent / 2);
    T square = exponent < 2 ? half : multiply(half, half);
    return exponent % 2 == 0 ? square : exponent == 1 ? base : multiply(square, base);
  }
}
