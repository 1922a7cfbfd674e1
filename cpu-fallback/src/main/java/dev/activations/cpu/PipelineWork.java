package dev.activations.cpu;

import dev.activations.Activation;
import dev.activations.Pipeline;
import dev.activations.RowOperation;
import dev.activations.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline over rows: all steps on one block, while it lies in the cache, before the next block.
 * Intermediate values are in the output itself unless its rows are narrower.
 */
final class PipelineWork<A> implements Work {
  private final Kernels<A> kernels;
  private @Nullable Pipeline pipeline;
  private @Nullable A x;
  private int xStart;
  private @Nullable A y;
  private int yStart;
  private int inputColumns;
  private int firstStep;
  private int lastStep;

  PipelineWork(Kernels<A> kernels) {
    this.kernels = kernels;
  }

  /** All steps, or some of them alone; of a derivative all. */
  PipelineWork<A> steps(Pipeline steps, int first, int last, int columns) {
    pipeline = steps;
    firstStep = first;
    lastStep = last;
    inputColumns = columns;
    return this;
  }

  /** The arrays, each with the index of its first element. */
  PipelineWork<A> arrays(A input, int inputFrom, A output, int outputFrom) {
    x = input;
    xStart = inputFrom;
    y = output;
    yStart = outputFrom;
    return this;
  }

  @Override
  public void clear() {
    pipeline = null;
    x = null;
    y = null;
  }

  @Override
  public void run(int firstRow, int lastRow, Memory memory) {
    Pipeline steps = pipeline;
    A input = x;
    A output = y;
    if (steps == null || input == null || output == null) {
      throw new IllegalStateException("the work of a call was run before it was set");
    }
    if (steps.isDerivative()) {
      int from = firstRow * inputColumns;
      int count = lastRow * inputColumns - from;
      derivative(steps.steps(), memory, input, xStart + from, output, yStart + from, count);
    } else {
      forward(steps, memory, input, output, firstRow, lastRow - firstRow);
    }
  }

  private void forward(Pipeline steps, Memory memory, A input, A output, int firstRow, int rows) {
    int outputColumns = steps.outputColumns(inputColumns);
    A source = input;
    int sourceFrom = xStart + firstRow * inputColumns;
    int columns = inputColumns;
    for (int i = firstStep; i < lastStep; i++) {
      Step step = steps.steps().get(i);
      int next = step.outputColumns(columns);
      boolean narrow = next == outputColumns;
      A target = narrow ? output : kernels.between(memory, rows * inputColumns);
      int targetFrom = narrow ? yStart + firstRow * outputColumns : 0;
      if (step instanceof Activation) {
        kernels.forward(
            (Activation) step, memory, source, sourceFrom, target, targetFrom, rows * columns);
      } else {
        kernels.forward(
            (RowOperation) step, memory, source, sourceFrom, target, targetFrom, rows, columns);
      }
      source = target;
      sourceFrom = targetFrom;
      columns = next;
    }
  }

  /** The chain rule from the inside out: y holds the product so far, value the inner function. */
  private void derivative(
      List<Step> steps, Memory memory, A input, int from, A output, int to, int count) {
    Activation first = (Activation) steps.get(0);
    if (steps.size() == 1) {
      kernels.derivative(first, memory, input, from, output, to, count);
      return;
    }
    A value = kernels.between(memory, count);
    kernels.forward(first, memory, input, from, value, 0, count);
    kernels.derivative(first, memory, input, from, output, to, count);
    for (int i = 1; i < steps.size(); i++) {
      Activation outer = (Activation) steps.get(i);
      kernels.chain(outer, memory, value, 0, output, to, count);
      if (i + 1 < steps.size()) {
        kernels.forward(outer, memory, value, 0, value, 0, count);
      }
    }
  }
}
