package dev.activations.cli.plot;

import dev.activations.cli.plot.chart.Figure;
import dev.activations.cli.plot.chart.FigurePainter;
import dev.activations.cli.plot.drawing.Fonts;
import dev.activations.cli.plot.drawing.PixelCanvas;
import dev.activations.cli.plot.drawing.Size;
import dev.activations.cli.plot.drawing.SvgCanvas;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A figure as a file. A size that was asked for makes all of it larger, letters too, and not just
 * the room between them; so that it shows the same in a report and on a poster.
 */
final class Picture {
  /** Pixels to a unit, for screens and printers of today. */
  private static final double DENSITY = 2;

  private final Figure figure;
  private final double scale;
  private final Size size;

  private Picture(Figure figure, double scale, Size size) {
    this.figure = figure;
    this.scale = scale;
    this.size = size;
  }

  static byte[] svg(Figure figure, @Nullable PixelSize asked) {
    Picture picture = of(figure, asked, 1);
    SvgCanvas canvas = new SvgCanvas(picture.size, picture.scale, figure.title());
    new FigurePainter(picture.figure, picture.size).paint(canvas);
    return canvas.finish().getBytes(StandardCharsets.UTF_8);
  }

  static byte[] png(Figure figure, @Nullable PixelSize asked, Fonts fonts) throws IOException {
    Picture picture = of(figure, asked, DENSITY);
    int width = (int) Math.round(picture.size.width() * picture.scale);
    int height = (int) Math.round(picture.size.height() * picture.scale);
    PixelCanvas canvas = new PixelCanvas(width, height, picture.scale, fonts);
    new FigurePainter(picture.figure, picture.size).paint(canvas);
    return canvas.finish();
  }

  private static Picture of(Figure figure, @Nullable PixelSize asked, double scale) {
    if (asked == null) {
      return new Picture(figure, scale, figure.size());
    }
    Figure best = figure;
    double largest = 0;
    for (int columns = 1; columns <= figure.panels().size(); columns++) {
      Figure arranged = figure.in(columns);
      Size wanted = arranged.size();
      double fits = Math.min(asked.width() / wanted.width(), asked.height() / wanted.height());
      if (fits > largest) {
        best = arranged;
        largest = fits;
      }
    }
    Size room = new Size(asked.width() / largest, asked.height() / largest);
    return new Picture(best, largest, room);
  }
}
