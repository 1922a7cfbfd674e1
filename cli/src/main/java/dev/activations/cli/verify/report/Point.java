package dev.activations.cli.verify.report;

import org.jspecify.annotations.Nullable;

/**
 * One result: an input, what was expected there and what was found.
 *
 * @param x the input in decimal
 * @param hex the input in hexadecimal, exact
 * @param expected the true value, as a double
 * @param found the float that the backend gave
 * @param place the row that the input stands in; null for elementwise functions
 */
public record Point(String x, String hex, double expected, float found, @Nullable String place) {
  /**
   * A result at a float.
   *
   * @param x the input
   * @param expected the true value
   * @param found what the backend gave
   * @return the point
   */
  public static Point of(float x, double expected, float found) {
    return new Point(Float.toString(x), Float.toHexString(x), expected, found, null);
  }

  /**
   * The same result in a row.
   *
   * @param row the row; null for none
   * @return a new point
   */
  public Point in(@Nullable String row) {
    return new Point(x, hex, expected, found, row);
  }

  /**
   * The input in both notations, and its row.
   *
   * @return such as {@code x = 0.1 (0x1.99999ap-4)}
   */
  public String where() {
    return "x = " + x + " (" + hex + ")" + (place == null ? "" : " in a " + place);
  }
}
