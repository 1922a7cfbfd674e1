package dev.activations.cli.plot.chart;

import dev.activations.cli.plot.drawing.Canvas;
import dev.activations.cli.plot.drawing.Lettering;
import dev.activations.cli.plot.drawing.Pen;

/**
 * Sizes of what belongs to a panel, in units of the drawing.
 *
 * @param title the letters of head lines
 * @param line the letters below them
 * @param tick the letters on axes and in notes
 * @param axis the letters of the titles of axes and of the legend
 * @param dot the radius of points
 * @param curve the width of curves
 * @param lines how many lines a line below a title may become
 * @param xTicks how many marks the horizontal axis may have
 * @param yTicks how many marks the vertical axis may have
 * @param margin around the figure and between panels
 */
public record Style(
    Lettering title,
    Lettering line,
    Lettering tick,
    Lettering axis,
    double dot,
    double curve,
    int lines,
    int xTicks,
    int yTicks,
    double margin) {
  /** The colour of letters. */
  static final String INK = "#222222";

  private static final String GREY = "#444444";

  /** A panel that stands for itself. */
  public static final Style LARGE =
      new Style(
          new Lettering(16, true, INK),
          new Lettering(12, false, GREY),
          new Lettering(11, false, GREY),
          new Lettering(12, false, INK),
          3.6,
          2,
          3,
          10,
          8,
          16);

  /** One panel of several. */
  public static final Style MEDIUM =
      new Style(
          new Lettering(13, true, INK),
          new Lettering(9.5, false, GREY),
          new Lettering(9.5, false, GREY),
          new Lettering(10.5, false, INK),
          3,
          1.7,
          3,
          7,
          6,
          14);

  /** One panel of many. */
  public static final Style SMALL =
      new Style(
          new Lettering(11, true, INK),
          new Lettering(8, false, GREY),
          new Lettering(8, false, GREY),
          new Lettering(9.5, false, INK),
          2.4,
          1.4,
          2,
          5,
          5,
          12);

  /** A point, in units of the drawing. */
  void draw(Dot dot, double x, double y, Canvas canvas, String role) {
    Pen rim = Pen.solid(dot.colour(), 0.65 * curve);
    canvas.dot(x, y, dot.size() * this.dot, dot.filled() ? dot.colour() : "#ffffff", rim, role);
  }
}
