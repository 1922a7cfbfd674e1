package dev.activations.cli.bench;

import dev.activations.Tensor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rows and columns.
 *
 * @param rows at least one
 * @param columns at least one
 */
record Shape(int rows, int columns) {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,10})x(\\d{1,10})");

  long elements() {
    return (long) rows * columns;
  }

  /** Reads {@code 1024x768}. */
  static Shape parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "--shape takes ROWSxCOLUMNS, such as 1024x768, found '" + text + "'");
    }
    long rows = Long.parseLong(matcher.group(1));
    long columns = Long.parseLong(matcher.group(2));
    if (rows == 0 || columns == 0) {
      throw new IllegalArgumentException(
          "--shape needs at least one row and one column, found '" + text + "'");
    }
    Tensor.checkShape(rows, columns);
    return new Shape((int) rows, (int) columns);
  }

  @Override
  public String toString() {
    return rows + "x" + columns;
  }
}
