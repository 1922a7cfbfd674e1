package dev.activations.cli.apply;

import dev.activations.Pipeline;
import dev.activations.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Neighbouring steps whose rows lie along one axis: they are done in one pass over the file.
 *
 * @param pipeline the steps
 * @param axis the axis from 0, or {@link #ELEMENTWISE}
 */
record Stage(Pipeline pipeline, int axis) {
  static final int ELEMENTWISE = -1;

  /**
   * Groups steps into as few passes as their axes allow.
   *
   * @param arguments at least one step
   * @param rank the rank of the array
   * @param derivative whether the derivative of the whole is wanted
   * @throws IllegalArgumentException when an axis does not exist, or a derivative does not
   */
  static List<Stage> of(List<StepArgument> arguments, int rank, boolean derivative) {
    if (derivative) {
      List<Step> steps = arguments.stream().map(StepArgument::step).toList();
      return List.of(new Stage(Pipeline.of(steps).derivative(), ELEMENTWISE));
    }
    List<Stage> stages = new ArrayList<>();
    List<Step> steps = new ArrayList<>();
    int axis = ELEMENTWISE;
    for (StepArgument argument : arguments) {
      if (argument.isRowOperation()) {
        int wanted = normalise(argument, rank);
        if (axis != ELEMENTWISE && axis != wanted) {
          stages.add(new Stage(Pipeline.of(steps), axis));
          steps.clear();
        }
        axis = wanted;
      }
      steps.add(argument.step());
    }
    stages.add(new Stage(Pipeline.of(steps), axis));
    return stages;
  }

  private static int normalise(StepArgument argument, int rank) {
    int axis = argument.axis();
    if (axis < -rank || axis >= rank) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: axis must be in [%d, %d] for an array of rank %d, found %d",
              argument.step().name(),
              -rank,
              rank - 1,
              rank,
              axis));
    }
    return axis < 0 ? axis + rank : axis;
  }

  /** The shape that comes out. */
  long[] outputShape(long... shape) {
    long[] output = shape.clone();
    if (axis != ELEMENTWISE && pipeline.outputColumns(2) == 1) {
      output[axis] = 1;
    }
    return output;
  }
}
