package dev.activations.cli.plot.chart;

import dev.activations.cli.plot.drawing.Canvas;
import dev.activations.cli.plot.drawing.Size;
import java.util.ArrayList;
import java.util.List;

/** Draws a figure: panels in a grid, their frames aligned, and the legend below. */
public final class FigurePainter {
  private final Figure figure;
  private final Size size;

  /**
   * Prepares a drawing.
   *
   * @param figure what to draw
   * @param size how much room there is, at least {@link Figure#size}
   */
  public FigurePainter(Figure figure, Size size) {
    this.figure = figure;
    this.size = size;
  }

  /**
   * Draws it.
   *
   * @param canvas what to draw on
   */
  public void paint(Canvas canvas) {
    Style style = figure.style();
    LegendPainter legend = new LegendPainter(figure.legend(), style, size.width());
    int columns = figure.columns();
    int rows = figure.rows();
    double width = (size.width() - (columns + 1) * style.margin()) / columns;
    double height = (size.height() - legend.height() - (rows + 1) * style.margin()) / rows;
    PanelLayout layout = PanelLayout.of(figure.panels(), style, width);
    int column = 0;
    double y = style.margin();
    for (Panel panel : figure.panels()) {
      double x = style.margin() + column * (width + style.margin());
      new PanelPainter(panel, style, layout.frame(x, y, height), canvas).paint();
      column = (column + 1) % columns;
      y += column == 0 ? height + style.margin() : 0;
    }
    legend.paint(canvas, size.height() - legend.height());
  }

  /** What one panel writes above its frame, broken into lines. */
  static List<String> header(Panel panel, Style style, double width) {
    List<String> lines = new ArrayList<>();
    for (String line : panel.lines()) {
      lines.addAll(Paragraph.lines(line, style.line(), width, style.lines()));
    }
    return lines;
  }
}
