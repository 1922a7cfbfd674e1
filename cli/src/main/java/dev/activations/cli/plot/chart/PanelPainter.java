package dev.activations.cli.plot.chart;

import dev.activations.cli.plot.chart.PanelLayout.Frame;
import dev.activations.cli.plot.drawing.Anchor;
import dev.activations.cli.plot.drawing.Canvas;
import dev.activations.cli.plot.drawing.Lettering;
import dev.activations.cli.plot.drawing.Pen;
import java.util.ArrayList;
import java.util.List;

/** Draws a panel: title, grid, axes, marks. */
final class PanelPainter {
  private static final Pen GRID = Pen.solid("#e8e8e8", 0.6);
  private static final Pen ZERO = Pen.solid("#9a9a9a", 0.8);
  private static final Pen EDGE = Pen.solid("#444444", 0.9);
  private static final Pen NOTE = Pen.solid("#9a9a9a", 0.7).dashed(1.5, 2.5);

  /** Of the usual size: a long title is smaller, and only a longer one is cut. */
  private static final double SMALLEST_TITLE = 0.75;

  private final Panel panel;
  private final Style style;
  private final Frame frame;
  private final Canvas canvas;

  PanelPainter(Panel panel, Style style, Frame frame, Canvas canvas) {
    this.panel = panel;
    this.style = style;
    this.frame = frame;
    this.canvas = canvas;
  }

  void paint() {
    canvas.beginGroup(panel.name());
    header();
    grid();
    notes();
    axes();
    for (Mark mark : panel.marks()) {
      draw(mark);
    }
    canvas.endGroup();
  }

  private double x(double value) {
    return frame.left() + panel.x().part(value) * (frame.right() - frame.left());
  }

  private double y(double value) {
    return frame.bottom() - panel.y().part(value) * (frame.bottom() - frame.top());
  }

  /** Ends just above the frame, however many lines it has. */
  private void header() {
    List<String> lines = FigurePainter.header(panel, style, frame.textWidth());
    double base = frame.top() - frame.notes() - PanelLayout.header(style, lines.size());
    base += style.title().size();
    Lettering letters = style.title().fitting(panel.title(), frame.textWidth(), SMALLEST_TITLE);
    String title = Paragraph.lines(panel.title(), letters, frame.textWidth(), 1).get(0);
    canvas.text(frame.left(), base, title, letters, Anchor.START);
    base += (PanelLayout.LINE - 1) * style.title().size();
    for (String line : lines) {
      base += PanelLayout.LINE * style.line().size();
      canvas.text(frame.left(), base, line, style.line(), Anchor.START);
    }
  }

  private void grid() {
    List<double[]> grid = new ArrayList<>();
    for (Tick tick : panel.x().ticks()) {
      grid.add(new double[] {x(tick.at()), frame.top(), x(tick.at()), frame.bottom()});
    }
    for (Tick tick : panel.y().ticks()) {
      grid.add(new double[] {frame.left(), y(tick.at()), frame.right(), y(tick.at())});
    }
    canvas.lines(grid, GRID, "grid");
    List<double[]> zeros = new ArrayList<>();
    if (panel.x().contains(0)) {
      zeros.add(new double[] {x(0), frame.top(), x(0), frame.bottom()});
    }
    if (panel.y().contains(0)) {
      zeros.add(new double[] {frame.left(), y(0), frame.right(), y(0)});
    }
    canvas.lines(zeros, ZERO, "zero");
  }

  /** A note that would run into the one before it is left out; its line is not. */
  private void notes() {
    double free = Double.NEGATIVE_INFINITY;
    List<double[]> lines = new ArrayList<>();
    for (Note note : panel.notes()) {
      double half = style.tick().width(note.text()) / 2;
      double at = x(note.x());
      double middle =
          Math.min(
              Math.max(at, frame.left() + half),
              Math.max(frame.left() + half, frame.right() - half));
      lines.add(new double[] {at, frame.top(), at, frame.bottom()});
      if (middle - half > free) {
        double base = frame.top() - PanelLayout.SPACE;
        canvas.text(middle, base, note.text(), style.tick(), Anchor.MIDDLE);
        free = middle + half + style.tick().size() / 2;
      }
    }
    canvas.lines(lines, NOTE, "note");
  }

  private void draw(Mark mark) {
    if (mark instanceof Mark.Curve curve) {
      canvas.lines(curve.parts().stream().map(this::placed).toList(), curve.pen(), mark.role());
    } else if (mark instanceof Mark.Level level) {
      double y = y(level.y());
      double[] line = {frame.left(), y, frame.right(), y};
      canvas.lines(List.of(line), level.pen(), mark.role());
    } else if (mark instanceof Mark.Point point) {
      style.draw(point.dot(), x(point.x()), y(point.y()), canvas, mark.role());
    } else if (mark instanceof Mark.Area area) {
      for (double[] part : area.parts()) {
        canvas.area(outline(placed(part)), area.colour(), mark.role());
      }
    }
  }

  private double[] outline(double... curve) {
    double[] outline = new double[curve.length + 4];
    System.arraycopy(curve, 0, outline, 2, curve.length);
    outline[0] = curve[0];
    outline[1] = y(0);
    outline[outline.length - 2] = curve[curve.length - 2];
    outline[outline.length - 1] = y(0);
    return outline;
  }

  private double[] placed(double... xy) {
    double[] placed = new double[xy.length];
    for (int i = 0; i < xy.length; i += 2) {
      placed[i] = x(xy[i]);
      placed[i + 1] = y(xy[i + 1]);
    }
    return placed;
  }

  private void axes() {
    double tick = PanelLayout.TICK;
    List<double[]> edges = new ArrayList<>();
    edges.add(
        new double[] {
          frame.left(), frame.top(), frame.left(), frame.bottom(), frame.right(), frame.bottom()
        });
    double under = frame.bottom() + tick + PanelLayout.SPACE + 0.8 * style.tick().size();
    for (Tick mark : panel.x().ticks()) {
      double x = x(mark.at());
      edges.add(new double[] {x, frame.bottom(), x, frame.bottom() + tick});
      canvas.text(x, under, mark.label(), style.tick(), Anchor.MIDDLE);
    }
    for (Tick mark : panel.y().ticks()) {
      double y = y(mark.at());
      edges.add(new double[] {frame.left() - tick, y, frame.left(), y});
      double base = y + 0.36 * style.tick().size();
      canvas.text(
          frame.left() - tick - PanelLayout.SPACE, base, mark.label(), style.tick(), Anchor.END);
    }
    canvas.lines(edges, EDGE, "axis");
    double middle = (frame.left() + frame.right()) / 2;
    double below = under + PanelLayout.LINE * style.axis().size() + PanelLayout.SPACE;
    title(middle, below, panel.x().title(), false);
    double beside = frame.outer() + style.axis().size();
    title(beside, (frame.top() + frame.bottom()) / 2, panel.y().title(), true);
  }

  private void title(double x, double y, String title, boolean upright) {
    if (title.isEmpty()) {
      return;
    }
    if (upright) {
      canvas.upright(x, y, title, style.axis());
    } else {
      canvas.text(x, y, title, style.axis(), Anchor.MIDDLE);
    }
  }
}
