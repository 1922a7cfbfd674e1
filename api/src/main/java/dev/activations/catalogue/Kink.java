package dev.activations.catalogue;

import java.util.function.ToDoubleFunction;

/**
 * A point where a function has no derivative, or where its formula changes, and the derivative that
 * is returned there. Where one-sided derivatives differ the choice is PyTorch's.
 */
public final class Kink {
  private final String pointText;
  private final String derivativeText;
  private final ToDoubleFunction<double[]> point;
  private final ToDoubleFunction<double[]> derivative;

  Kink(
      String pointText,
      ToDoubleFunction<double[]> point,
      String derivativeText,
      ToDoubleFunction<double[]> derivative) {
    this.pointText = pointText;
    this.derivativeText = derivativeText;
    this.point = point;
    this.derivative = derivative;
  }

  /**
   * The point, as an expression in the parameters.
   *
   * @return such as {@code -bound}
   */
  public String pointText() {
    return pointText;
  }

  /**
   * The derivative at the point, as an expression in the parameters.
   *
   * @return such as {@code negative_slope}
   */
  public String derivativeText() {
    return derivativeText;
  }

  /**
   * The point.
   *
   * @param parameters the values of all parameters, in the order of the entry
   * @return x at the kink
   */
  public double point(double... parameters) {
    return point.applyAsDouble(parameters);
  }

  /**
   * The derivative that is returned at the point.
   *
   * @param parameters the values of all parameters, in the order of the entry
   * @return f'(x)
   */
  public double derivative(double... parameters) {
    return derivative.applyAsDouble(parameters);
  }

  @Override
  public String toString() {
    return "f'(" + pointText + ") = " + derivativeText;
  }
}
