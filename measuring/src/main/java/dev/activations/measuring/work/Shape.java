package dev.activations.measuring.work;

import dev.activations.Tensor;

/**
 * Rows and columns of a tensor.
 *
 * @param rows one or more
 * @param columns one or more
 */
public record Shape(int rows, int columns) {
  /**
   * Reads a shape.
   *
   * @param text such as {@code 1024x768}
   * @return the shape
   * @throws IllegalArgumentException when it is no shape, or more than a tensor holds
   */
  public static Shape parse(String text) {
    return parse("--shape", text);
  }

  /**
   * Reads a shape that an option has.
   *
   * @param option such as {@code --shape}, for messages
   * @param text such as {@code 1024x768}
   * @return the shape
   * @throws IllegalArgumentException when it is no shape, or more than a tensor holds
   */
  public static Shape parse(String option, String text) {
    Sides sides =
        Sides.parse(text)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        option + " takes ROWSxCOLUMNS, such as 1024x768, found '" + text + "'"));
    long rows = sides.first();
    long columns = sides.second();
    if (rows == 0 || columns == 0) {
      throw new IllegalArgumentException(
          option + " needs at least one row and one column, found '" + text + "'");
    }
    Tensor.checkShape(rows, columns);
    return new Shape((int) rows, (int) columns);
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
