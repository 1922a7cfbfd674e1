package dev.activations.cli.plot.drawing;

import java.util.List;
import java.util.stream.Collectors;

/** Draws an SVG: text stays text, and the same drawing is the same bytes on any machine. */
public final class SvgCanvas implements Canvas {
  /** A paper's sans serif, or what the reader's machine has in its place. */
  private static final String FONTS =
      "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif";

  private final StringBuilder svg = new StringBuilder();

  /**
   * An empty drawing on white.
   *
   * @param size of the drawing
   * @param scale units of the picture to one of the drawing
   * @param title what it shows, for those who cannot see it
   */
  public SvgCanvas(Size size, double scale, String title) {
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
        .append(number(size.width() * scale))
        .append("\" height=\"")
        .append(number(size.height() * scale))
        .append("\" viewBox=\"0 0 ")
        .append(number(size.width()))
        .append(' ')
        .append(number(size.height()))
        .append("\" role=\"img\" font-family=\"")
        .append(FONTS)
        .append("\" fill=\"none\" stroke-linejoin=\"round\">\n<title>")
        .append(escaped(title))
        .append("</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
  }

  /**
   * Ends the drawing.
   *
   * @return the file's text
   */
  public String finish() {
    return svg + "</svg>\n";
  }

  @Override
  public void beginGroup(String name) {
    svg.append("<g id=\"").append(escaped(name)).append("\">\n");
  }

  @Override
  public void endGroup() {
    svg.append("</g>\n");
  }

  @Override
  public void lines(List<double[]> lines, Pen pen, String role) {
    if (lines.isEmpty()) {
      return;
    }
    svg.append("<path class=\"").append(role).append("\" d=\"");
    for (double[] line : lines) {
      points(line);
    }
    svg.append('"');
    stroke(pen);
    svg.append("/>\n");
  }

  @Override
  public void area(double[] outline, String colour, String role) {
    svg.append("<path class=\"").append(role).append("\" d=\"");
    points(outline);
    svg.append("Z\" fill=\"").append(colour).append("\"/>\n");
  }

  private void points(double... xy) {
    for (int i = 0; i < xy.length; i += 2) {
      svg.append(i == 0 ? "M" : i == 2 ? "L" : " ");
      svg.append(number(xy[i])).append(' ').append(number(xy[i + 1]));
    }
  }

  private void stroke(Pen pen) {
    svg.append(" stroke=\"").append(pen.colour());
    svg.append("\" stroke-width=\"").append(number(pen.width())).append('"');
    if (!pen.dashes().isEmpty()) {
      svg.append(" stroke-dasharray=\"")
          .append(pen.dashes().stream().map(SvgCanvas::number).collect(Collectors.joining(" ")))
          .append('"');
    }
  }

  @Override
  public void dot(double x, double y, double radius, String fill, Pen rim, String role) {
    svg.append("<circle class=\"").append(role);
    svg.append("\" cx=\"").append(number(x)).append("\" cy=\"").append(number(y));
    svg.append("\" r=\"").append(number(radius)).append("\" fill=\"").append(fill).append('"');
    stroke(rim);
    svg.append("/>\n");
  }

  @Override
  public void text(double x, double y, String text, Lettering lettering, Anchor anchor) {
    svg.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y)).append('"');
    if (anchor != Anchor.START) {
      svg.append(" text-anchor=\"").append(anchor).append('"');
    }
    letters(text, lettering);
  }

  @Override
  public void upright(double x, double y, String text, Lettering lettering) {
    svg.append("<text transform=\"translate(").append(number(x)).append(' ').append(number(y));
    svg.append(") rotate(-90)\" text-anchor=\"middle\"");
    letters(text, lettering);
  }

  private void letters(String text, Lettering lettering) {
    svg.append(" font-size=\"").append(number(lettering.size())).append('"');
    if (lettering.bold()) {
      svg.append(" font-weight=\"bold\"");
    }
    svg.append(" fill=\"").append(lettering.colour()).append("\">");
    svg.append(escaped(text)).append("</text>\n");
  }

  /** Two decimals at most; the text of a double differs between versions of Java. */
  private static String number(double value) {
    long hundredths = Math.round(value * 100);
    StringBuilder text = new StringBuilder(hundredths < 0 ? "-" : "");
    long size = Math.abs(hundredths);
    text.append(size / 100);
    if (size % 100 != 0) {
      text.append('.').append(size / 10 % 10);
      if (size % 10 != 0) {
        text.append(size % 10);
      }
    }
    return text.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
