package dev.activations.catalogue;

/**
 * How the catalogue prints a number: {@code 1} rather than {@code 1.0}, {@code inf}, {@code nan}.
 */
public final class Numbers {
  private Numbers() {}

  /**
   * A text that reads back as the same double.
   *
   * @param value any number
   * @return its text
   */
  public static String text(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    String text = Double.toString(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
