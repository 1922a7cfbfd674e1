package dev.activations.benchmarks.task;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rows and columns of a tensor.
 *
 * @param rows one or more
 * @param columns one or more
 */
public record Shape(int rows, int columns) {
  private static final Pattern TEXT = Pattern.compile("([1-9]\\d{0,8})x([1-9]\\d{0,8})");

  /**
   * Reads a shape.
   *
   * @param text such as {@code 1024x768}
   * @return the shape
   * @throws IllegalArgumentException when it is no shape, or more than one Java array holds
   */
  public static Shape parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (parts.matches()) {
      int rows = Integer.parseInt(parts.group(1));
      int columns = Integer.parseInt(parts.group(2));
      if ((long) rows * columns < Integer.MAX_VALUE - 8) {
        return new Shape(rows, columns);
      }
    }
    throw new IllegalArgumentException(
        "a shape is ROWSxCOLUMNS with less than 2^31 - 9 elements, such as 1024x768; found "
            + text);
  }

  /**
   * The number of elements.
   *
   * @return rows x columns
   */
  public int elements() {
    return rows * columns;
  }

  @Override
  public String toString() {
    return rows + "x" + columns;
  }
}
