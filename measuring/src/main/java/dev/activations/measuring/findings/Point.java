package dev.activations.measuring.findings;

import org.jspecify.annotations.Nullable;

/**
 * One result: its operands, what was expected there and what was found.
 *
 * @param x the input in decimal
 * @param hex the input in hexadecimal, exact
 * @param y what the forward left of the input, where a backward starts from that; else null
 * @param dy the gradient of the output; null for what is no backward
 * @param expected the true value, as a double
 * @param found what the backend gave, a float in the digits that tell it from its neighbours
 * @param place the row that the input stands in; null for elementwise functions
 */
public record Point(
    String x,
    String hex,
    @Nullable String y,
    @Nullable String dy,
    double expected,
    double found,
    @Nullable String place) {
  /**
   * A result at a float.
   *
   * @param x the input
   * @param expected the true value
   * @param found what the backend gave
   * @return the point
   */
  public static Point of(float x, double expected, float found) {
    double digits = Double.parseDouble(Float.toString(found));
    return new Point(Float.toString(x), Float.toHexString(x), null, null, expected, digits, null);
  }

  /**
   * A result at a double.
   *
   * @param x the input
   * @param expected the true value
   * @param found what the backend gave
   * @return the point
   */
  public static Point of(double x, double expected, double found) {
    return new Point(Double.toString(x), Double.toHexString(x), null, null, expected, found, null);
  }

  /**
   * The same result in a row.
   *
   * @param row the row; null for none
   * @return a new point
   */
  public Point in(@Nullable String row) {
    return new Point(x, hex, y, dy, expected, found, row);
  }

  /**
   * The same result of a backward.
   *
   * @param output what the forward left; null for none
   * @param gradient the gradient of the output
   * @return a new point
   */
  public Point of(@Nullable String output, String gradient) {
    return new Point(x, hex, output, gradient, expected, found, place);
  }

  /**
   * The operands, the input in both notations, and its row.
   *
   * @return such as {@code x = 0.1 (0x1.99999ap-4), dy = 3.0}
   */
  public String where() {
    return "x = "
        + x
        + " ("
        + hex
        + ")"
        + (y == null ? "" : ", y = " + y)
        + (dy == null ? "" : ", dy = " + dy)
        + (place == null ? "" : " in a " + place);
  }
}
