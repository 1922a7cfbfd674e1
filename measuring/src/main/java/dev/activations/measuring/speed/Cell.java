package dev.activations.measuring.speed;

/**
 * One thing to measure.
 *
 * @param function the function with its parameters, or the row operation
 * @param direction what of it
 * @param rows of the input
 * @param columns of the input
 */
public record Cell(String function, Direction direction, int rows, int columns) {
  /** Whether the input of another has the same rows and columns. */
  boolean hasShapeOf(Cell other) {
    return rows == other.rows && columns == other.columns;
  }

  @Override
  public String toString() {
    return function + " " + direction + " " + rows + "x" + columns;
  }
}
