package dev.activations.cli.plot.chart;

import dev.activations.cli.plot.drawing.Pen;
import java.util.List;

/** What is drawn in a panel, in the numbers of its axes. */
public sealed interface Mark {
  /**
   * What it means, in a word.
   *
   * @return the role that the canvas gets
   */
  String role();

  /**
   * A curve.
   *
   * @param role what it means
   * @param parts each x0, y0, x1, y1, ...
   * @param pen how it is drawn
   */
  record Curve(String role, List<double[]> parts, Pen pen) implements Mark {}

  /**
   * A point.
   *
   * @param role what it means
   * @param x where
   * @param y where
   * @param dot how it is drawn
   */
  record Point(String role, double x, double y, Dot dot) implements Mark {}

  /**
   * A line from the left to the right.
   *
   * @param role what it means
   * @param y where
   * @param pen how it is drawn
   */
  record Level(String role, double y, Pen pen) implements Mark {}

  /**
   * What lies between a curve and zero.
   *
   * @param role what it means
   * @param parts each x0, y0, x1, y1, ...
   * @param colour to fill with
   */
  record Area(String role, List<double[]> parts, String colour) implements Mark {}
}
