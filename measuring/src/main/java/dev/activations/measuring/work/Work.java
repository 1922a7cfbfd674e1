package dev.activations.measuring.work;

import dev.activations.RowOperation;
import dev.activations.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * A function in one direction: what one line of a table is about. Written as the function, then
 * {@code /derivative} or {@code /backward} unless it is the forward.
 *
 * @param step the function, parameters bound
 * @param direction which of its calls
 */
public record Work(Step step, Direction direction) {
  /**
   * Checks that there is such a work: a row operation has no derivative of its input's shape.
   *
   * @param step the function, parameters bound
   * @param direction which of its calls
   */
  public Work {
    if (!exists(step, direction)) {
      throw new IllegalArgumentException(
          step + " works on rows, so its derivative is a Jacobian: time " + step + "/backward");
    }
  }

  /**
   * Whether there is such a work.
   *
   * @param step the function
   * @param direction which of its calls
   * @return false for the derivative of a row operation, which would be a Jacobian
   */
  public static boolean exists(Step step, Direction direction) {
    return direction != Direction.DERIVATIVE || !(step instanceof RowOperation);
  }

  /**
   * Everything that the catalogue offers: each function at its first example in all directions,
   * then each row operation.
   *
   * @return in the order of the catalogue
   */
  public static List<Work> all() {
    List<Work> all = new ArrayList<>();
    for (Step step : Steps.all(false)) {
      for (Direction direction : Direction.values()) {
        if (exists(step, direction)) {
          all.add(new Work(step, direction));
        }
      }
    }
    return all;
  }

  /**
   * Reads a work.
   *
   * @param text such as {@code silu}, {@code leaky_relu:negative_slope=0.2/backward}
   * @return the work
   * @throws IllegalArgumentException when there is no such function or direction
   */
  public static Work parse(String text) {
    int slash = text.lastIndexOf('/');
    String name = slash < 0 ? text : text.substring(0, slash);
    String suffix = slash < 0 ? "" : text.substring(slash);
    for (Direction direction : Direction.values()) {
      if (direction.suffix().equals(suffix)) {
        return new Work(Step.parse(name), direction);
      }
    }
    throw new IllegalArgumentException(
        "a function is followed by nothing, /derivative or /backward; found " + text);
  }

  /**
   * Whether rows are worked on as wholes.
   *
   * @return false for elementwise functions
   */
  public boolean onRows() {
    return step instanceof RowOperation;
  }

  /**
   * The columns that the forward gives.
   *
   * @param columns of the input
   * @return 1 for logsumexp, else as many as go in
   */
  public int forwardColumns(int columns) {
    return step instanceof RowOperation operation ? operation.outputColumns(columns) : columns;
  }

  @Override
  public String toString() {
    return step + direction.suffix();
  }
}
