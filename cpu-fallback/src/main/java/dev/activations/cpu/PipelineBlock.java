package dev.activations.cpu;

import dev.activations.Activation;
import dev.activations.Pipeline;
import dev.activations.RowOperation;
import dev.activations.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline over a block of rows: all steps on one block, while it lies in the cache, before the
 * next block. Intermediate values are in the output itself unless its rows are narrower.
 */
final class PipelineBlock<A> {
  private final Kernels<A> kernels;
  private final Pipeline pipeline;
  private final A x;
  private final A y;
  private final int inputColumns;
  private final int outputColumns;

  PipelineBlock(Kernels<A> kernels, Pipeline pipeline, A x, int inputColumns, A y) {
    this.kernels = kernels;
    this.pipeline = pipeline;
    this.x = x;
    this.y = y;
    this.inputColumns = inputColumns;
    this.outputColumns = pipeline.outputColumns(inputColumns);
  }

  void run(int firstRow, int lastRow) {
    if (pipeline.isDerivative()) {
      derivative(firstRow * inputColumns, (lastRow - firstRow) * inputColumns);
    } else {
      forward(firstRow, lastRow - firstRow);
    }
  }

  private void forward(int firstRow, int rows) {
    @Nullable A scratch = null;
    A source = x;
    int sourceFrom = firstRow * inputColumns;
    int columns = inputColumns;
    for (Step step : pipeline.steps()) {
      int next =
          step instanceof RowOperation ? ((RowOperation) step).outputColumns(columns) : columns;
      boolean narrow = next == outputColumns;
      if (!narrow && scratch == null) {
        scratch = kernels.allocate(rows * inputColumns);
      }
      A target = narrow || scratch == null ? y : scratch;
      int targetFrom = narrow ? firstRow * outputColumns : 0;
      if (step instanceof Activation) {
        kernels.forward((Activation) step, source, sourceFrom, target, targetFrom, rows * columns);
      } else {
        for (int row = 0; row < rows; row++) {
          kernels.forward(
              (RowOperation) step,
              source,
              sourceFrom + row * columns,
              target,
              targetFrom + row * next,
              columns);
        }
      }
      source = target;
      sourceFrom = targetFrom;
      columns = next;
    }
  }

  /** The chain rule from the inside out: y holds the product so far, value the inner function. */
  private void derivative(int from, int count) {
    List<Step> steps = pipeline.steps();
    Activation first = (Activation) steps.get(0);
    if (steps.size() == 1) {
      kernels.derivative(first, x, from, y, from, count);
      return;
    }
    A value = kernels.allocate(count);
    kernels.forward(first, x, from, value, 0, count);
    kernels.derivative(first, x, from, y, from, count);
    for (int i = 1; i < steps.size(); i++) {
      Activation outer = (Activation) steps.get(i);
      kernels.chain(outer, value, 0, y, from, count);
      if (i + 1 < steps.size()) {
        kernels.forward(outer, value, 0, value, 0, count);
      }
    }
  }
}
