package dev.activations.cli.bench;

import dev.activations.Tensor;
import dev.activations.cli.terminal.Sides;

/**
 * Rows and columns.
 *
 * @param rows at least one
 * @param columns at least one
 */
record Shape(int rows, int columns) {
  long elements() {
    return (long) rows * columns;
  }

  /** Reads {@code 1024x768}. */
  static Shape parse(String text) {
    Sides sides =
        Sides.parse(text)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "--shape takes ROWSxCOLUMNS, such as 1024x768, found '" + text + "'"));
    long rows = sides.first();
    long columns = sides.second();
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
