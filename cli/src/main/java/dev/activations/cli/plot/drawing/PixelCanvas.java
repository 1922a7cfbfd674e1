package dev.activations.cli.plot.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;

/** Draws a picture of pixels, a PNG. Needs a font. */
public final class PixelCanvas implements Canvas {
  private final BufferedImage image;
  private final Graphics2D graphics;
  private final String family;

  /**
   * An empty drawing on white.
   *
   * @param width in pixels
   * @param height in pixels
   * @param scale pixels to one unit of the drawing
   * @param fonts what to write with
   */
  public PixelCanvas(int width, int height, double scale, Fonts fonts) {
    image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.scale(scale, scale);
    family = fonts.family();
  }

  /**
   * Ends the drawing.
   *
   * @return the bytes of a PNG
   * @throws IOException when it cannot be encoded
   */
  public byte[] finish() throws IOException {
    graphics.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    if (!ImageIO.write(image, "png", png)) {
      throw new IOException("this Java has no writer for PNG: write an .svg");
    }
    return png.toByteArray();
  }

  @Override
  public void beginGroup(String name) {
    // Pixels have no names.
  }

  @Override
  public void endGroup() {
    // See beginGroup.
  }

  @Override
  public void lines(List<double[]> lines, Pen pen, String role) {
    Path2D path = new Path2D.Double();
    for (double[] line : lines) {
      append(path, line);
    }
    stroke(path, pen);
  }

  @Override
  public void area(double[] outline, String colour, String role) {
    Path2D path = new Path2D.Double();
    append(path, outline);
    path.closePath();
    graphics.setColor(Color.decode(colour));
    graphics.fill(path);
  }

  private static void append(Path2D path, double... xy) {
    path.moveTo(xy[0], xy[1]);
    for (int i = 2; i < xy.length; i += 2) {
      path.lineTo(xy[i], xy[i + 1]);
    }
  }

  private void stroke(Shape shape, Pen pen) {
    float width = (float) pen.width();
    int cap = BasicStroke.CAP_BUTT;
    int join = BasicStroke.JOIN_ROUND;
    graphics.setColor(Color.decode(pen.colour()));
    if (pen.dashes().isEmpty()) {
      graphics.setStroke(new BasicStroke(width, cap, join));
    } else {
      float[] dashes = new float[pen.dashes().size()];
      for (int i = 0; i < dashes.length; i++) {
        dashes[i] = pen.dashes().get(i).floatValue();
      }
      graphics.setStroke(new BasicStroke(width, cap, join, 10, dashes, 0));
    }
    graphics.draw(shape);
  }

  @Override
  public void dot(double x, double y, double radius, String fill, Pen rim, String role) {
    Shape disc = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    graphics.setColor(Color.decode(fill));
    graphics.fill(disc);
    stroke(disc, rim);
  }

  @Override
  public void text(double x, double y, String text, Lettering lettering, Anchor anchor) {
    if (text.isEmpty()) {
      return;
    }
    Font font =
        new Font(family, lettering.bold() ? Font.BOLD : Font.PLAIN, 1)
            .deriveFont((float) lettering.size());
    graphics.setFont(font);
    graphics.setColor(Color.decode(lettering.colour()));
    double width = font.getStringBounds(text, graphics.getFontRenderContext()).getWidth();
    graphics.drawString(text, (float) (x - anchor.part() * width), (float) y);
  }

  @Override
  public void upright(double x, double y, String text, Lettering lettering) {
    AffineTransform before = graphics.getTransform();
    graphics.translate(x, y);
    graphics.rotate(-Math.PI / 2);
    text(0, 0, text, lettering, Anchor.MIDDLE);
    graphics.setTransform(before);
  }
}
