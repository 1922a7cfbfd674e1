package dev.activations.benchmarks.task;

import dev.activations.Activation;
import dev.activations.RowOperation;
import dev.activations.Step;
import dev.activations.catalogue.Catalogue;
import dev.activations.catalogue.FunctionEntry;
import dev.activations.catalogue.RowEntry;
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
    if (step instanceof RowOperation && direction == Direction.DERIVATIVE) {
      throw new IllegalArgumentException(
          step + " works on rows, so its derivative is a Jacobian: time " + step + "/backward");
    }
  }

  /**
   * Everything that the catalogue offers: each function at its first example in all directions,
   * then each row operation.
   *
   * @return in the order of the catalogue
   */
  public static List<Work> all() {
    List<Work> all = new ArrayList<>();
    for (FunctionEntry entry : Catalogue.functions()) {
      Step step = Activation.of(entry.name(), entry.examples().get(0));
      for (Direction direction : Direction.values()) {
        all.add(new Work(step, direction));
      }
    }
    for (RowEntry entry : Catalogue.rowOperations()) {
      Step step = Step.parse(entry.name());
      all.add(new Work(step, Direction.FORWARD));
      all.add(new Work(step, Direction.BACKWARD));
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

  @Override
  public String toString() {
    return step + direction.suffix();
  }
}
