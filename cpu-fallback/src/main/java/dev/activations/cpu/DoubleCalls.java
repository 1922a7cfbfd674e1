package dev.activations.cpu;

import dev.activations.Call;
import dev.activations.Shapes;

/** Calls on arrays of float64. */
final class DoubleCalls {
  private final Workers workers;
  private final Blocks blocks;

  DoubleCalls(Workers workers, Blocks blocks) {
    this.workers = workers;
    this.blocks = blocks;
  }

  void run(Call call, int rows, int columns, double[] x, double[] y) {
    Shapes.present("call", call).check(rows, columns, x, y);
    Execution execution = workers.execution();
    try {
      PipelineWork<double[]> work = execution.float64.arrays(x, 0, y, 0);
      blocks.run(execution, work, call.pipeline(), rows, columns);
    } finally {
      execution.release();
    }
  }

  void run(Call call, int rows, int columns, double[] saved, double[] dy, double[] dx) {
    Shapes.present("call", call).check(rows, columns, saved, dy, dx);
    Execution execution = workers.execution();
    try {
      BackwardWork<double[]> work = execution.backward64.arrays(saved, 0, dy, 0, dx, 0);
      blocks.backward(execution, work, call.step(), rows, columns);
    } finally {
      execution.release();
    }
  }
}
