package dev.activations.catalogue;

/** The limits of a function and of its derivative at both infinities. */
public final class Limits {
  private final double valueBelow;
  private final double valueAbove;
  private final double derivativeBelow;
  private final double derivativeAbove;

  private Limits(
      double valueBelow, double valueAbove, double derivativeBelow, double derivativeAbove) {
    this.valueBelow = valueBelow;
    this.valueAbove = valueAbove;
    this.derivativeBelow = derivativeBelow;
    this.derivativeAbove = derivativeAbove;
  }

  static Limits of(
      double valueBelow, double valueAbove, double derivativeBelow, double derivativeAbove) {
    return new Limits(valueBelow, valueAbove, derivativeBelow, derivativeAbove);
  }

  /**
   * The limit of the function.
   *
   * @param positive at +infinity rather than -infinity
   * @return the limit; its sign is kept when it is zero
   */
  public double value(boolean positive) {
    return positive ? valueAbove : valueBelow;
  }

  /**
   * The limit of the derivative.
   *
   * @param positive at +infinity rather than -infinity
   * @return the limit; its sign is kept when it is zero
   */
  public double derivative(boolean positive) {
    return positive ? derivativeAbove : derivativeBelow;
  }
}
