package dev.activations.cli.plot.chart;

import dev.activations.cli.plot.drawing.Size;
import java.util.List;

/**
 * Panels side by side, with one legend below them.
 *
 * @param title what it shows, for those who cannot see it
 * @param panels from left to right, then down
 * @param columns how many stand side by side
 * @param panel the size that a panel wants
 * @param legend what the marks mean
 * @param style the sizes of letters and lines
 */
public record Figure(
    String title, List<Panel> panels, int columns, Size panel, List<Key> legend, Style style) {
  int rows() {
    return (panels.size() + columns - 1) / columns;
  }

  /**
   * The size that the whole figure wants.
   *
   * @return in units of the drawing
   */
  public Size size() {
    double width = columns * panel.width() + (columns + 1) * style.margin();
    double legendHeight = new LegendPainter(legend, style, width).height();
    double height = rows() * panel.height() + (rows() + 1) * style.margin() + legendHeight;
    return new Size(width, StrictMath.ceil(height));
  }

  /**
   * The same panels in a grid of another form.
   *
   * @param sideBySide how many columns it has
   * @return a new figure
   */
  public Figure in(int sideBySide) {
    return new Figure(title, panels, sideBySide, panel, legend, style);
  }
}
