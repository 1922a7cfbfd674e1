package dev.activations.cli.apply;

import dev.activations.Activation;
import dev.activations.RowOperation;
import dev.activations.Step;
import dev.activations.catalogue.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A step as it is written on the command line. Row operations take {@code axis} there besides their
 * parameters, or {@code dim} as PyTorch calls it: files have any rank, tensors only rows.
 *
 * @param step the step
 * @param axis the axis that its rows lie along, negative from the end; -1 for functions
 */
record StepArgument(Step step, int axis) {
  /** PyTorch calls it dim. */
  private static final Set<String> AXIS = Set.of("axis", "dim");

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
    List<String> axes = parts.stream().skip(1).filter(StepArgument::isAxis).toList();
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
    String value = axes.get(0).substring(axes.get(0).indexOf('=') + 1).trim();
    try {
      return new StepArgument(step, Integer.parseInt(value));
    } catch (NumberFormatException notAnInteger) {
      throw new IllegalArgumentException(
          step.name() + ": axis must be a whole number such as -1, found '" + value + "'",
          notAnInteger);
    }
  }

  private static boolean isAxis(String part) {
    int equals = part.indexOf('=');
    return equals > 0 && AXIS.contains(Spelling.plain(part.substring(0, equals)));
  }

  boolean isRowOperation() {
    return step instanceof RowOperation;
  }
}
