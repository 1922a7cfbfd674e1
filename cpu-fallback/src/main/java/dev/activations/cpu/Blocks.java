package dev.activations.cpu;

import dev.activations.Pipeline;
import dev.activations.Step;

/** Cuts calls into blocks of elements or of whole rows that fit a cache, for the workers. */
final class Blocks {
  /** Input and output of a block together take 128 KiB: half of what a core has of L2 at least. */
  static final int ELEMENTS = 1 << 14;

  private final Workers workers;

  Blocks(Workers workers) {
    this.workers = workers;
  }

  /** All steps of a pipeline; the arrays of the work are set. */
  <A> void run(
      Execution execution, PipelineWork<A> work, Pipeline pipeline, int rows, int columns) {
    boolean elementwise = pipeline.isElementwise();
    work.steps(pipeline, 0, pipeline.steps().size(), elementwise ? 1 : columns);
    run(execution, work, elementwise, rows, columns);
  }

  /** A backward; the arrays of the work are set. */
  <A> void backward(Execution execution, BackwardWork<A> work, Step f, int rows, int columns) {
    run(execution, work.step(f, columns), f.isElementwise(), rows, columns);
  }

  private void run(Execution execution, Work work, boolean elementwise, int rows, int columns) {
    if (elementwise) {
      elementwise(execution, work, rows * columns);
    } else {
      int perBlock = Math.max(1, ELEMENTS / Math.max(1, columns));
      workers.run(execution, work, rows, perBlock, rows * columns);
    }
  }

  void elementwise(Execution execution, Work work, int elements) {
    workers.run(execution, work, elements, ELEMENTS, elements);
  }
}
