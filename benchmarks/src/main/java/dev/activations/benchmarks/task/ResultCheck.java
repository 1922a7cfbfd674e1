package dev.activations.benchmarks.task;

import dev.activations.Activation;
import dev.activations.RowOperation;
import java.util.Arrays;
import java.util.Locale;

/**
 * Holds results to the definitions in double before anything is timed: a fast wrong answer is no
 * benchmark. Large results are checked at 200,000 elements spread over all of them, or at whole
 * rows of about as many.
 */
public final class ResultCheck {
  private static final int ELEMENTS = 200_000;

  private final Task task;
  private final float[] output;

  private ResultCheck(Task task, float[] output) {
    this.task = task;
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
    ResultCheck check = new ResultCheck(task, output);
    if (task.work().onRows()) {
      check.rows(who, tolerance);
    } else {
      check.elements(who, tolerance);
    }
  }

  private void elements(String who, Tolerance tolerance) {
    Activation f = (Activation) task.work().step();
    int stride = Math.max(1, output.length / ELEMENTS);
    for (int i = 0; i < output.length; i += stride) {
      double x = task.x()[i];
      double expected =
          switch (task.work().direction()) {
            case FORWARD -> f.value(x);
            case DERIVATIVE -> f.derivative(x);
            case BACKWARD -> task.dy()[i] * f.derivative(x);
          };
      compare(who, i, expected, tolerance);
    }
  }

  private void rows(String who, Tolerance tolerance) {
    ExpectedRow expected = new ExpectedRow((RowOperation) task.work().step());
    boolean backward = task.work().direction() == Direction.BACKWARD;
    int columns = task.shape().columns();
    int gradients = task.forwardColumns();
    int wanted = Math.max(1, ELEMENTS / columns);
    int stride = Math.max(1, task.shape().rows() / wanted);
    for (int row = 0; row < task.shape().rows(); row += stride) {
      double[] x = part(task.x(), row, columns);
      double[] want =
          backward ? expected.backward(x, part(task.dy(), row, gradients)) : expected.forward(x);
      for (int i = 0; i < want.length; i++) {
        compare(who, row * want.length + i, want[i], tolerance);
      }
    }
  }

  private static double[] part(float[] values, int row, int columns) {
    double[] part = new double[columns];
    for (int i = 0; i < columns; i++) {
      part[i] = values[row * columns + i];
    }
    return part;
  }

  private void compare(String who, int index, double expected, Tolerance tolerance) {
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
