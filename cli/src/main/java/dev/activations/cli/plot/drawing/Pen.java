package dev.activations.cli.plot.drawing;

import java.util.List;

/**
 * How a line is drawn.
 *
 * @param colour as {@code #rrggbb}
 * @param width in units of the drawing
 * @param dashes the lengths of dashes and gaps in turn; none for a solid line
 */
public record Pen(String colour, double width, List<Double> dashes) {
  /**
   * A solid line.
   *
   * @param colour as {@code #rrggbb}
   * @param width in units of the drawing
   * @return a pen without dashes
   */
  public static Pen solid(String colour, double width) {
    return new Pen(colour, width, List.of());
  }

  /**
   * The same line in dashes.
   *
   * @param lengths of dashes and gaps in turn
   * @return a new pen
   */
  public Pen dashed(Double... lengths) {
    return new Pen(colour, width, List.of(lengths));
  }
}
