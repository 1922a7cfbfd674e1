package dev.activations.reference;

import org.apache.commons.numbers.core.DD;

/**
 * A double-double and a bound of its distance from the number it stands for.
 *
 * <p>The bound is counted in units of 2^-200, so that errors far below the smallest double can be
 * told from none. An infinite centre with no error stands for a number beyond 2^1100 of that sign:
 * {@code exp} yields it beyond 2^1298 only, which leaves room for factors down to 2^-64. A centre
 * that is NaN says that nothing is known.
 */
record Enclosure(DD value, double error) {
  /** The exponent of the unit in which errors are counted. */
  static final int ERROR_UNIT = -200;

  static final Enclosure UNKNOWN = new Enclosure(DD.of(Double.NaN), Double.POSITIVE_INFINITY);

  static final Enclosure ZERO = new Enclosure(DD.ZERO, 0);

  double hi() {
    return value.hi();
  }

  boolean isExact() {
    return error == 0;
  }

  boolean isExactZero() {
    return value.hi() == 0 && error == 0;
  }

  /** Whether the value is an exact double, not infinite. */
  boolean isDouble() {
    return error == 0 && value.lo() == 0 && Double.isFinite(value.hi());
  }

  /** The error relative to the value is at most 2^-bits, or the error at most 2^floor. */
  boolean isWithin(int bits, int floor) {
    double size = Math.abs(value.hi());
    boolean relative =
        size < 1
            ? error <= Math.scalb(size, -bits - ERROR_UNIT)
            : Math.scalb(error, ERROR_UNIT) <= Math.scalb(size, -bits);
    return relative || error <= Math.scalb(1.0, floor - ERROR_UNIT);
  }
}
