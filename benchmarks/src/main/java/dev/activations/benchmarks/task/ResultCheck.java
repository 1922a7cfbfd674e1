package dev.activations.benchmarks.task;

import dev.activations.measuring.accuracy.Definitions;
import java.util.Arrays;
import java.util.Locale;

/**
 * Holds results to the definitions in double before anything is timed: a fast wrong answer is no
 * benchmark. Large results are checked at 200,000 elements spread over all of them, or at whole
 * rows of about as many. Peers promise no bound, so all are held to a {@link Tolerance}; what a
 * backend promises of every result, {@code activations verify} measures.
 */
public final class ResultCheck implements Definitions.Judge {
  private static final int ELEMENTS = 200_000;

  private final String who;
  private final Task task;
  private final Tolerance tolerance;
  private final float[] output;

  private ResultCheck(String who, Task task, Tolerance tolerance, float[] output) {
    this.who = who;
    this.task = task;
    this.tolerance = tolerance;
    this.output = output;
  }

  /**
   * Calls a contender once and checks what it wrote.
   *
   * @param who its name
   * @param contender what is called
   * @param task what it has to do
   * @param tolerance how far it may be off
   * @throws IllegalStateException that names the contender, the task and the first wrong element
   */
  public static void require(String who, Contender contender, Task task, Tolerance tolerance) {
    float[] output = new float[task.outputElements()];
    Arrays.fill(output, Float.NaN);
    contender.call();
    contender.copyOutput(output);
    ResultCheck check = new ResultCheck(who, task, tolerance, output);
    Definitions definitions = new Definitions(task.cell(), task.x(), false, task.dy());
    if (task.work().onRows()) {
      int wanted = Math.max(1, ELEMENTS / task.shape().columns());
      int stride = Math.max(1, task.shape().rows() / wanted);
      for (int row = 0; row < task.shape().rows(); row += stride) {
        definitions.row(row, check);
      }
    } else {
      definitions.elements(Math.max(1, output.length / ELEMENTS), check);
    }
  }

  @Override
  public void element(int index, float x, double expected) {
    compare(index, expected);
  }

  @Override
  public void product(int index, float x, float dy, double slope) {
    compare(index, dy * slope);
  }

  @Override
  public void ofRow(int index, float x, double expected, double terms) {
    compare(index, expected);
  }

  private void compare(int index, double expected) {
    double error = Math.abs(output[index] - expected);
    if (!(error <= tolerance.allowed(expected))) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "%s is wrong at %s: element %d is %s, expected %s; nothing was timed",
              who,
              task,
              index,
              output[index],
              (float) expected));
    }
  }
}
