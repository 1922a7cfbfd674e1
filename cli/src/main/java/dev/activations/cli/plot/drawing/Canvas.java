package dev.activations.cli.plot.drawing;

import java.util.List;

/**
 * What can be drawn on. x goes to the right and y down, in units of the drawing. A role is a word
 * for what a thing means, such as {@code value}; an SVG keeps it as a class.
 */
public interface Canvas {
  /**
   * Begins a group: all that is drawn until {@link #endGroup}.
   *
   * @param name of what is drawn, unique in the drawing
   */
  void beginGroup(String name);

  /** Ends the group that was begun last. */
  void endGroup();

  /**
   * Draws lines.
   *
   * @param lines each x0, y0, x1, y1, ...
   * @param pen how
   * @param role what they mean
   */
  void lines(List<double[]> lines, Pen pen, String role);

  /**
   * Fills an area.
   *
   * @param outline x0, y0, x1, y1, ...
   * @param colour as {@code #rrggbb}
   * @param role what it means
   */
  void area(double[] outline, String colour, String role);

  /**
   * Draws a disc with a rim.
   *
   * @param x of the centre
   * @param y of the centre
   * @param radius to the middle of the rim
   * @param fill the colour inside
   * @param rim the pen of the rim
   * @param role what it means
   */
  void dot(double x, double y, double radius, String fill, Pen rim, String role);

  /**
   * Writes a line of text.
   *
   * @param x of the anchor
   * @param y of the base line
   * @param text what to write
   * @param lettering how
   * @param anchor which part of the text stands at x
   */
  void text(double x, double y, String text, Lettering lettering, Anchor anchor);

  /**
   * Writes a line of text that is read from below.
   *
   * @param x of the base line
   * @param y of the middle of the text
   * @param text what to write
   * @param lettering how
   */
  void upright(double x, double y, String text, Lettering lettering);
}
