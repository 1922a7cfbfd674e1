package dev.activations.cpu;

import dev.activations.Activation;
import dev.activations.Pipeline;
import dev.activations.RowOperation;
import dev.activations.Shapes;
import dev.activations.Step;

/** Calls on arrays of float64. */
final class DoubleCalls {
  private final Workers workers;
  private final Blocks blocks;

  DoubleCalls(Workers workers, Blocks blocks) {
    this.workers = workers;
    this.blocks = blocks;
  }

  void run(Pipeline pipeline, int rows, int columns, double[] x, double[] y) {
    int outputColumns = Shapes.present("pipeline", pipeline).outputColumns(columns);
    Operands.checkLength("x", x, rows, columns);
    Operands.checkLength("y", y, rows, outputColumns);
    if (x == y) {
      Shapes.requireApart("y", 0, rows * outputColumns, "x", 0, rows * columns);
    }
    Call call = workers.call();
    try {
      blocks.run(call, call.float64.arrays(x, 0, y, 0), pipeline, rows, columns);
    } finally {
      call.release();
    }
  }

  void backward(Activation f, int rows, int columns, double[] x, double[] dy, double[] dx) {
    Shapes.present("f", f);
    Operands.checkLength("x", x, rows, columns);
    Operands.checkLength("dy", dy, rows, columns);
    Operands.checkLength("dx", dx, rows, columns);
    run(f, rows, columns, x, dy, dx);
  }

  void backward(RowOperation f, int rows, int columns, double[] saved, double[] dy, double[] dx) {
    int gradientColumns = Shapes.present("f", f).outputColumns(columns);
    Operands.checkLength("saved", saved, rows, columns);
    Operands.checkLength("dy", dy, rows, gradientColumns);
    Operands.checkLength("dx", dx, rows, columns);
    if (dy == dx) {
      Shapes.requireApart("dx", 0, rows * columns, "dy", 0, rows * gradientColumns);
    }
    run(f, rows, columns, saved, dy, dx);
  }

  private void run(Step f, int rows, int columns, double[] saved, double[] dy, double[] dx) {
    Call call = workers.call();
    try {
      blocks.backward(call, call.backward64.arrays(saved, 0, dy, 0, dx, 0), f, rows, columns);
    } finally {
      call.release();
    }
  }
}
