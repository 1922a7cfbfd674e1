package dev.activations;

import dev.activations.catalogue.Numbers;

/**
 * How far a backend's float32 results may be from the true ones. A result is good when it is within
 * any of the three parts. NaN, infinities and the sign of a zero are right or wrong, whatever the
 * bound. Immutable.
 */
public final class ErrorBound {
  private final double ulps;
  private final double floor;
  private final double condition;

  private ErrorBound(double ulps, double floor, double condition) {
    this.ulps = checked(ulps);
    this.floor = checked(floor);
    this.condition = checked(condition);
  }

  private static double checked(double part) {
    if (part >= 0 && part < Double.POSITIVE_INFINITY) {
      return part;
    }
    throw new IllegalArgumentException("a bound is finite and not negative, found " + part);
  }

  /**
   * A bound in units in the last place.
   *
   * @param ulps see {@link #ulps}
   * @return the bound, without other parts
   * @throws IllegalArgumentException when it is negative or not finite
   */
  public static ErrorBound ofUlps(double ulps) {
    return new ErrorBound(ulps, 0, 0);
  }

  /**
   * The same bound, or an absolute error.
   *
   * @param absolute see {@link #floor}
   * @return a new bound
   * @throws IllegalArgumentException when it is negative or not finite
   */
  public ErrorBound orAbsolute(double absolute) {
    return new ErrorBound(ulps, absolute, condition);
  }

  /**
   * The same bound, or an error in proportion to the terms that cancel.
   *
   * @param units see {@link #condition}
   * @return a new bound
   * @throws IllegalArgumentException when it is negative or not finite
   */
  public ErrorBound orOfTerms(double units) {
    return new ErrorBound(ulps, floor, units);
  }

  /**
   * The error in units in the last place: spacings of floats at the true value, that of subnormal
   * floats at least.
   *
   * @return 0.5 for results that are rounded correctly
   */
  public double ulps() {
    return ulps;
  }

  /**
   * The absolute error that is accepted beside it: next to a zero that is no zero of a factor.
   *
   * @return 0 when there is none
   */
  public double floor() {
    return floor;
  }

  /**
   * The error that is accepted beside it where terms of a row cancel (backwards, logsumexp near
   * zero), in units of 2^-24 of the sum of the magnitudes of the terms.
   *
   * @return 0 when there is none
   */
  public double condition() {
    return condition;
  }

  /** Such as {@code 3.5 ULP or 2^-32}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(Numbers.text(ulps)).append(" ULP");
    if (floor > 0) {
      text.append(" or ").append(small(floor));
    }
    if (condition > 0) {
      text.append(" or ").append(small(condition * 0x1p-24)).append(" of the terms");
    }
    return text.toString();
  }

  private static String small(double number) {
    int exponent = Math.getExponent(number);
    return number == Math.scalb(1.0, exponent) ? "2^" + exponent : Numbers.text(number);
  }
}
