package dev.activations.cli.plot.chart;

import dev.activations.cli.plot.drawing.Anchor;
import dev.activations.cli.plot.drawing.Canvas;
import java.util.ArrayList;
import java.util.List;

/** Draws a legend in rows, each in the middle of the width. */
final class LegendPainter {
  private static final double SAMPLE = 28;
  private static final double SPACE = 6;
  private static final double BETWEEN = 20;

  private final Style style;
  private final double width;
  private final List<List<Key>> rows = new ArrayList<>();

  LegendPainter(List<Key> keys, Style style, double width) {
    this.style = style;
    this.width = width;
    double free = 0;
    for (Key key : keys) {
      double needed = width(key) + BETWEEN;
      if (rows.isEmpty() || needed > free + BETWEEN) {
        rows.add(new ArrayList<>());
        free = width - 2 * style.margin();
      }
      rows.get(rows.size() - 1).add(key);
      free -= needed;
    }
  }

  double height() {
    return rows.isEmpty() ? 0 : rows.size() * rowHeight() + style.margin() / 2;
  }

  private double rowHeight() {
    return 1.7 * style.axis().size();
  }

  void paint(Canvas canvas, double top) {
    double y = top + rowHeight() / 2;
    for (List<Key> row : rows) {
      double needed = row.stream().mapToDouble(this::width).sum() + (row.size() - 1) * BETWEEN;
      double x = (width - needed) / 2;
      for (Key key : row) {
        sample(canvas, key, x, y);
        double base = y + 0.36 * style.axis().size();
        canvas.text(x + sample(key) + SPACE, base, key.label(), style.axis(), Anchor.START);
        x += width(key) + BETWEEN;
      }
      y += rowHeight();
    }
  }

  private void sample(Canvas canvas, Key key, double x, double y) {
    if (key instanceof Key.Line line) {
      canvas.lines(List.of(new double[] {x, y, x + SAMPLE, y}), line.pen(), "legend");
    } else if (key instanceof Key.Point point) {
      style.draw(point.dot(), x + sample(key) / 2, y, canvas, "legend");
    }
  }

  private static double sample(Key key) {
    return key instanceof Key.Line ? SAMPLE : SAMPLE / 3;
  }

  private double width(Key key) {
    return sample(key) + SPACE + style.axis().width(key.label());
  }
}
