package dev.activations.cpu;

import dev.activations.Activation;
import dev.activations.RowOperation;
import dev.activations.Step;
import org.jspecify.annotations.Nullable;

/** The backward of one step, over elements or rows. */
final class BackwardWork implements Work {
  private final Float32Kernels kernels;
  private @Nullable Step step;
  private float @Nullable [] saved;
  private float @Nullable [] dy;
  private float @Nullable [] dx;
  private int columns;

  BackwardWork(Float32Kernels kernels) {
    this.kernels = kernels;
  }

  BackwardWork set(Step f, float[] input, int inputColumns, float[] gradient, float[] result) {
    step = f;
    saved = input;
    columns = inputColumns;
    dy = gradient;
    dx = result;
    return this;
  }

  @Override
  public void clear() {
    step = null;
    saved = null;
    dy = null;
    dx = null;
  }

  @Override
  public void run(int from, int to, Memory memory) {
    Step f = step;
    float[] input = saved;
    float[] gradient = dy;
    float[] result = dx;
    if (f == null || input == null || gradient == null || result == null) {
      throw new IllegalStateException("the work of a call was run before it was set");
    }
    if (f instanceof Activation) {
      int count = to - from;
      kernels.backward((Activation) f, memory, input, from, gradient, from, result, from, count);
      return;
    }
    RowOperation rows = (RowOperation) f;
    int gradientColumns = rows.outputColumns(columns);
    kernels.backward(
        rows,
        memory,
        input,
        from * columns,
        gradient,
        from * gradientColumns,
        result,
        from * columns,
        to - from,
        columns);
  }
}
