package dev.activations.cli.plot.chart;

import java.util.List;

/**
 * How much room the panels of a figure leave around their frames: the same for all, so that frames
 * stand in line.
 *
 * @param width of a panel
 * @param left for the vertical axis
 * @param right for half of the last mark
 * @param top for the title, the lines below it and the notes
 * @param notes the part of it for the notes
 * @param bottom for the horizontal axis
 */
record PanelLayout(
    double width, double left, double right, double top, double notes, double bottom) {
  /** The length of a mark on an axis. */
  static final double TICK = 4;

  /** What an axis keeps between its marks and their labels. */
  static final double SPACE = 3;

  /** The height of a line of letters, in their size. */
  static final double LINE = 1.3;

  /**
   * Where a frame is.
   *
   * @param outer where the room for the vertical axis begins
   * @param notes the room for notes above the frame
   */
  record Frame(
      double outer,
      double notes,
      double textWidth,
      double left,
      double top,
      double right,
      double bottom) {}

  static PanelLayout of(List<Panel> panels, Style style, double width) {
    double label = 0;
    boolean titled = false;
    boolean noted = false;
    boolean named = false;
    for (Panel panel : panels) {
      for (Tick tick : panel.y().ticks()) {
        label = Math.max(label, style.tick().width(tick.label()));
      }
      titled |= !panel.y().title().isEmpty();
      named |= !panel.x().title().isEmpty();
      noted |= !panel.notes().isEmpty();
    }
    double left = TICK + SPACE + label + (titled ? 1.6 * style.axis().size() : 0);
    double right = style.tick().size();
    int lines = 0;
    for (Panel panel : panels) {
      lines = Math.max(lines, FigurePainter.header(panel, style, width - left - right).size());
    }
    double notes = noted ? LINE * style.tick().size() + SPACE : SPACE;
    double bottom =
        TICK + SPACE + style.tick().size() + (named ? LINE * style.axis().size() + SPACE : 0);
    return new PanelLayout(width, left, right, header(style, lines) + notes, notes, bottom);
  }

  /** The height of a title and some lines below it. */
  static double header(Style style, int lines) {
    return LINE * style.title().size() + lines * LINE * style.line().size() + SPACE;
  }

  Frame frame(double x, double y, double height) {
    return new Frame(
        x, notes, width - left - right, x + left, y + top, x + width - right, y + height - bottom);
  }
}
