package dev.activations.cli.plot;

import dev.activations.cli.plot.chart.Figure;
import dev.activations.cli.plot.drawing.Fonts;
import dev.activations.cli.terminal.FileName;
import dev.activations.output.WholeFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a picture goes, and in which format.
 *
 * @param path the file; null for stdout
 * @param png rather than SVG
 */
record Destination(@Nullable Path path, boolean png) {
  private static final String STDOUT = "-";

  /** What makes the figure, once it is known that there is a place for it. */
  interface Drawing {
    Figure draw() throws IOException, InterruptedException;
  }

  /**
   * Reads {@code --out}.
   *
   * @throws IllegalArgumentException unless it is a file that ends in .svg or .png, or -
   */
  static Destination parse(String text) {
    String name = text.toLowerCase(Locale.ROOT);
    if (text.equals(STDOUT)) {
      return new Destination(null, false);
    }
    if (name.endsWith(".svg") || name.endsWith(".png")) {
      return new Destination(FileName.parse(text), name.endsWith(".png"));
    }
    throw new IllegalArgumentException(
        "--out: expected a file that ends in .svg or .png, or -, found '" + text + "'");
  }

  /** Draws to the file, and names it on stdout; or to stdout itself. */
  void write(Drawing drawing, @Nullable PixelSize size, boolean force, PrintWriter stdout)
      throws IOException, InterruptedException {
    if (path == null) {
      stdout.print(new String(Picture.svg(drawing.draw(), size), StandardCharsets.UTF_8));
    } else {
      Fonts fonts = png ? Fonts.find() : null;
      try (WholeFile whole = WholeFile.create(path, force)) {
        Figure figure = drawing.draw();
        byte[] bytes = fonts == null ? Picture.svg(figure, size) : Picture.png(figure, size, fonts);
        whole.write(ByteBuffer.wrap(bytes), 0);
        whole.commit();
      }
      stdout.println(path);
    }
    if (stdout.checkError()) {
      throw new IOException("stdout: the picture could not be written whole");
    }
  }
}
