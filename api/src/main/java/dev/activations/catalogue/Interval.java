package dev.activations.catalogue;

/**
 * An interval of the real line, printed as mathematicians write it: {@code [0, 6]}, {@code (0,
 * inf)}. Infinite ends are always open, and NaN lies in no interval.
 */
public final class Interval {
  /** All finite numbers. */
  public static final Interval ALL = open(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** All finite numbers above zero. */
  public static final Interval POSITIVE = open(0, Double.POSITIVE_INFINITY);

  /** All finite numbers from zero on. */
  public static final Interval NON_NEGATIVE = closedOpen(0, Double.POSITIVE_INFINITY);

  private final double lower;
  private final boolean lowerClosed;
  private final double upper;
  private final boolean upperClosed;

  private Interval(double lower, boolean lowerClosed, double upper, boolean upperClosed) {
    this.lower = lower;
    this.lowerClosed = lowerClosed;
    this.upper = upper;
    this.upperClosed = upperClosed;
  }

  /**
   * The interval without its ends.
   *
   * @param lower the lower end
   * @param upper the upper end
   * @return (lower, upper)
   */
  public static Interval open(double lower, double upper) {
    return new Interval(lower, false, upper, false);
  }

  /**
   * The interval with both ends.
   *
   * @param lower the lower end, finite
   * @param upper the upper end, finite
   * @return [lower, upper]
   */
  public static Interval closed(double lower, double upper) {
    return new Interval(lower, true, upper, true);
  }

  /**
   * The interval with its lower end only.
   *
   * @param lower the lower end, finite
   * @param upper the upper end
   * @return [lower, upper)
   */
  public static Interval closedOpen(double lower, double upper) {
    return new Interval(lower, true, upper, false);
  }

  /**
   * The lower end.
   *
   * @return the infimum
   */
  public double lower() {
    return lower;
  }

  /**
   * The upper end.
   *
   * @return the supremum
   */
  public double upper() {
    return upper;
  }

  /**
   * Whether a number lies in the interval.
   *
   * @param value any number
   * @return false for NaN
   */
  public boolean contains(double value) {
    return (value > lower || (lowerClosed && value == lower))
        && (value < upper || (upperClosed && value == upper));
  }

  @Override
  public String toString() {
    return (lowerClosed ? "[" : "(")
        + Numbers.text(lower)
        + ", "
        + Numbers.text(upper)
        + (upperClosed ? "]" : ")");
  }
}
