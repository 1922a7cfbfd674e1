package dev.activations.cpu;

import dev.activations.Activation;
import dev.activations.Direction;
import dev.activations.RowOperation;
import dev.activations.RowOperation.Kind;
import dev.activations.cpu.kernels.ElementwiseKernels;
import dev.activations.cpu.kernels.KernelLibrary;
import dev.activations.cpu.kernels.RowBatchKernels;
import dev.activations.cpu.kernels.Scratch;

/** float32 with the generated loops. */
final class Float32Kernels implements Kernels<float[]> {
  @Override
  public float[] between(Memory memory, int elements) {
    return memory.scratch().floats(elements);
  }

  @Override
  public void forward(
      Activation f, Memory memory, float[] x, int xFrom, float[] y, int yFrom, int count) {
    BoundFunction.of(f)
        .kernels(Direction.FORWARD, count)
        .forward(f, memory.scratch(), x, xFrom, y, yFrom, count);
  }

  @Override
  public void derivative(
      Activation f, Memory memory, float[] x, int xFrom, float[] y, int yFrom, int count) {
    BoundFunction.of(f)
        .kernels(Direction.DERIVATIVE, count)
        .derivative(f, memory.scratch(), x, xFrom, y, yFrom, count);
  }

  @Override
  public void backward(
      Activation f,
      Memory memory,
      float[] x,
      int xFrom,
      float[] dy,
      int dyFrom,
      float[] dx,
      int dxFrom,
      int count) {
    BoundFunction.of(f)
        .kernels(Direction.BACKWARD, count)
        .backward(f, memory.scratch(), x, xFrom, dy, dyFrom, dx, dxFrom, count);
  }

  @Override
  public void chain(
      Activation f, Memory memory, float[] x, int xFrom, float[] slope, int slopeFrom, int count) {
    ElementwiseKernels kernels = BoundFunction.of(f).kernels(Direction.DERIVATIVE, count);
    float[] outer = memory.scratch().slopes();
    for (int done = 0; done < count; done += Scratch.BLOCK) {
      int n = Math.min(Scratch.BLOCK, count - done);
      kernels.derivative(f, memory.scratch(), x, xFrom + done, outer, 0, n);
      for (int i = 0; i < n; i++) {
        int at = slopeFrom + done + i;
        slope[at] = ChainRule.product(slope[at], outer[i]);
      }
    }
  }

  @Override
  public void forward(
      RowOperation f,
      Memory memory,
      float[] x,
      int xFrom,
      float[] y,
      int yFrom,
      int rows,
      int columns) {
    KernelLibrary library = RowTiers.library(f, false, rows * columns);
    forward(f, library, memory, x, xFrom, y, yFrom, rows, columns);
  }

  /** With the loops of a given library. */
  static void forward(
      RowOperation f,
      KernelLibrary library,
      Memory memory,
      float[] x,
      int xFrom,
      float[] y,
      int yFrom,
      int rows,
      int columns) {
    if (columns == 1) {
      OneColumn.forward(f, x, xFrom, y, yFrom, rows);
      return;
    }
    if (ShortRows.fits(f, false, rows, columns)) {
      memory.shortRows().forward(f, library, x, xFrom, y, yFrom, rows, columns);
      return;
    }
    RowBatchKernels together = library.rowBatches();
    if (together != null && RowBatch.fits(f, library, columns, x == y)) {
      memory.batch().forward(f, library, together, x, xFrom, y, yFrom, rows, columns);
      return;
    }
    OneRow one = memory.row();
    one.set(f, library, columns);
    int outputColumns = f.outputColumns(columns);
    for (int row = 0; row < rows; row++) {
      one.input(x, xFrom + row * columns);
      one.output(y, yFrom + row * outputColumns);
      one.forward();
    }
    one.clear();
  }

  @Override
  public void backward(
      RowOperation f,
      Memory memory,
      float[] saved,
      int savedFrom,
      float[] dy,
      int dyFrom,
      float[] dx,
      int dxFrom,
      int rows,
      int columns) {
    KernelLibrary library = RowTiers.library(f, true, rows * columns);
    backward(f, library, memory, saved, savedFrom, dy, dyFrom, dx, dxFrom, rows, columns);
  }

  /** With the loops of a given library. */
  static void backward(
      RowOperation f,
      KernelLibrary library,
      Memory memory,
      float[] saved,
      int savedFrom,
      float[] dy,
      int dyFrom,
      float[] dx,
      int dxFrom,
      int rows,
      int columns) {
    if (columns == 1 && f.kind() != Kind.LOGSUMEXP) {
      OneColumn.backward(f, library, memory.row(), saved, savedFrom, dy, dyFrom, dx, dxFrom, rows);
      return;
    }
    if (ShortRows.fits(f, true, rows, columns)) {
      memory
          .shortSlopes()
          .backward(f, library, saved, savedFrom, dy, dyFrom, dx, dxFrom, rows, columns);
      return;
    }
    OneRow one = memory.row();
    one.set(f, library, columns);
    int outputColumns = f.outputColumns(columns);
    for (int row = 0; row < rows; row++) {
      one.input(saved, savedFrom + row * columns);
      one.gradient(dy, dyFrom + row * outputColumns);
      one.output(dx, dxFrom + row * columns);
      one.backward();
    }
    one.clear();
  }
}
