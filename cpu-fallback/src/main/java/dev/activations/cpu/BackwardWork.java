package dev.activations.cpu;

import dev.activations.Activation;
import dev.activations.RowOperation;
import dev.activations.Step;
import org.jspecify.annotations.Nullable;

/** The backward of one step, over elements or rows. */
final class BackwardWork<A> implements Work {
  private final Kernels<A> kernels;
  private @Nullable Step step;
  private int columns;
  private @Nullable A saved;
  private int savedStart;
  private @Nullable A dy;
  private int dyStart;
  private @Nullable A dx;
  private int dxStart;

  BackwardWork(Kernels<A> kernels) {
    this.kernels = kernels;
  }

  BackwardWork<A> step(Step f, int inputColumns) {
    step = f;
    columns = inputColumns;
    return this;
  }

  /** The arrays, each with the index of its first element. */
  BackwardWork<A> arrays(
      A input, int inputFrom, A gradient, int gradientFrom, A result, int resultFrom) {
    saved = input;
    savedStart = inputFrom;
    dy = gradient;
    dyStart = gradientFrom;
    dx = result;
    dxStart = resultFrom;
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
    A input = saved;
    A gradient = dy;
    A result = dx;
    if (f == null || input == null || gradient == null || result == null) {
      throw new IllegalStateException("the work of a call was run before it was set");
    }
    if (f instanceof Activation) {
      kernels.backward(
          (Activation) f,
          memory,
          input,
          savedStart + from,
          gradient,
          dyStart + from,
          result,
          dxStart + from,
          to - from);
      return;
    }
    RowOperation rows = (RowOperation) f;
    kernels.backward(
        rows,
        memory,
        input,
        savedStart + from * columns,
        gradient,
        dyStart + from * rows.outputColumns(columns),
        result,
        dxStart + from * columns,
        to - from,
        columns);
  }
}
