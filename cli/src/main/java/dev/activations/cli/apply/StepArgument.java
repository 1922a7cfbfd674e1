package dev.activations.cli.apply;

import dev.activations.Activation;
import dev.activations.RowOperation;
import dev.activations.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A step as it is written on the command line. Row operations take {@code axis} there besides their
 * parameters: files have any rank, tensors only rows.
 *
 * @param step the step
 * @param axis the axis that its rows lie along, negative from the end; -1 for functions
 */
record StepArgument(Step step, int axis) {
  private static final String AXIS = "axis=";

  /**
   * Reads steps separated by commas.
   *
   * @throws IllegalArgumentException as {@link Step#parse}, or when an axis is no integer
   */
  static List<StepArgument> parseAll(String text) {
    List<StepArgument> steps = new ArrayList<>();
    for (String one : text.split(",", -1)) {
      steps.add(parse(one));
    }
    return steps;
  }

  private static StepArgument parse(String text) {
    List<String> parts = new ArrayList<>(Arrays.asList(text.split(":", -1)));
    List<String> axes =
        parts.stream().filter(part -> part.replace(" ", "").startsWith(AXIS)).toList();
    if (axes.isEmpty()) {
      return new StepArgument(Step.parse(text), -1);
    }
    parts.removeAll(axes);
    Step step = Step.parse(String.join(":", parts));
    if (step instanceof Activation) {
      throw new IllegalArgumentException(
          step.name() + " is elementwise and takes no axis: leave " + axes.get(0) + " out");
    }
    if (axes.size() > 1) {
      throw new IllegalArgumentException("the axis is given twice in step '" + text + "'");
    }
    String value = axes.get(0).replace(" ", "").substring(AXIS.length());
    try {
      return new StepArgument(step, Integer.parseInt(value));
    } catch (NumberFormatException notAnInteger) {
      throw new IllegalArgumentException(
          step.name() + ": axis must be an integer, found '" + value + "'", notAnInteger);
    }
  }

  boolean isRowOperation() {
    return step instanceof RowOperation;
  }
}
