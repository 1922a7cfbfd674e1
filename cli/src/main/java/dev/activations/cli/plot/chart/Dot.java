package dev.activations.cli.plot.chart;

/**
 * How a point is drawn.
 *
 * @param colour of the point
 * @param filled a disc rather than a ring
 * @param size in proportion to others: of several in one place the smaller ones are drawn last
 */
public record Dot(String colour, boolean filled, double size) {
  /**
   * A disc: a point that belongs to a curve.
   *
   * @param colour of the point
   * @return a disc of the usual size
   */
  public static Dot full(String colour) {
    return new Dot(colour, true, 1);
  }

  /**
   * A ring: a point that a curve only comes close to.
   *
   * @param colour of the point
   * @return a ring of the usual size
   */
  public static Dot ring(String colour) {
    return new Dot(colour, false, 1);
  }

  /**
   * The same point in another size.
   *
   * @param factor in proportion to the usual size
   * @return a new dot
   */
  public Dot times(double factor) {
    return new Dot(colour, filled, size * factor);
  }
}
