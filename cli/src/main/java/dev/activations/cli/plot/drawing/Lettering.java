package dev.activations.cli.plot.drawing;

/**
 * How a text is drawn.
 *
 * @param size of the font, in units of the drawing
 * @param bold or regular
 * @param colour as {@code #rrggbb}
 */
public record Lettering(double size, boolean bold, String colour) {
  /**
   * Advance widths of DejaVu Sans for the characters from space to tilde, in thousandths of the
   * size. It is the widest of the fonts that a drawing may be seen in: what fits in it fits in all.
   */
  private static final int[] WIDTHS = {
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, //
    636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, //
    1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787, //
    603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, //
    500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, //
    635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838
  };

  private static final int WIDEST_SIGN = 838;
  private static final double BOLD = 1.12;

  /**
   * An upper limit of a text's width.
   *
   * @param text one line
   * @return its width in units of the drawing, in the widest of the fonts
   */
  public double width(String text) {
    double sum = 0;
    for (int i = 0; i < text.length(); i++) {
      int index = text.charAt(i) - ' ';
      sum += index >= 0 && index < WIDTHS.length ? WIDTHS[index] : WIDEST_SIGN;
    }
    return sum / 1000 * size * (bold ? BOLD : 1);
  }

  /**
   * Letters in which a text fits a width.
   *
   * @param text one line
   * @param room the width that there is
   * @param least how small they may become, in proportion to these
   * @return these, or smaller ones
   */
  public Lettering fitting(String text, double room, double least) {
    // A little less than the whole room, which rounding would make too little.
    double factor = Math.min(1, Math.max(least, 0.999 * room / width(text)));
    return new Lettering(size * factor, bold, colour);
  }
}
