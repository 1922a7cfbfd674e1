package dev.activations.measuring.work;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A work on a shape: one thing to measure. As text, and in JSON, {@code silu/backward 16x1024}.
 *
 * @param work the function and the direction
 * @param shape the shape of the input
 */
public record Cell(Work work, Shape shape) {
  /**
   * Reads a cell.
   *
   * @param text what {@link #toString} gave
   * @return the cell
   * @throws IllegalArgumentException when there is no such work or shape
   */
  @JsonCreator
  public static Cell parse(String text) {
    int space = text.lastIndexOf(' ');
    if (space < 0) {
      throw new IllegalArgumentException(
          "a cell is a work and a shape, such as silu/backward 16x1024; found '" + text + "'");
    }
    return new Cell(Work.parse(text.substring(0, space)), Shape.parse(text.substring(space + 1)));
  }

  /**
   * The columns that the forward gives.
   *
   * @return 1 for logsumexp, else as many as go in
   */
  public int forwardColumns() {
    return work.forwardColumns(shape.columns());
  }

  /**
   * The columns of the result.
   *
   * @return those of the forward's output or, for the other directions, of its input
   */
  public int outputColumns() {
    return work.direction() == Direction.FORWARD ? forwardColumns() : shape.columns();
  }

  /**
   * The elements that come beside the input.
   *
   * @return those of the gradient of a backward; 0 for the other directions
   */
  public int gradientElements() {
    return work.direction() == Direction.BACKWARD ? shape.rows() * forwardColumns() : 0;
  }

  @JsonValue
  @Override
  public String toString() {
    return work + " " + shape;
  }
}
