package dev.activations.cpu;

import dev.activations.Activation;
import dev.activations.RowOperation;
import dev.activations.cpu.kernels.ElementwiseKernels;
import dev.activations.cpu.kernels.Scratch;

/**
 * float32 from the definitions in double, rounded once. Slow: for parameters that float32 cannot
 * work with, and for rows whose exponents or sums leave its range.
 */
final class Float32Definitions implements ElementwiseKernels {
  @Override
  public void forward(
      Activation f, Scratch scratch, float[] x, int xFrom, float[] y, int yFrom, int count) {
    for (int i = 0; i < count; i++) {
      y[yFrom + i] = (float) f.value(x[xFrom + i]);
    }
  }

  @Override
  public void derivative(
      Activation f, Scratch scratch, float[] x, int xFrom, float[] y, int yFrom, int count) {
    for (int i = 0; i < count; i++) {
      y[yFrom + i] = (float) f.derivative(x[xFrom + i]);
    }
  }

  @Override
  public void backward(
      Activation f,
      Scratch scratch,
      float[] x,
      int xFrom,
      float[] dy,
      int dyFrom,
      float[] dx,
      int dxFrom,
      int count) {
    for (int i = 0; i < count; i++) {
      dx[dxFrom + i] = dy[dyFrom + i] * (float) f.derivative(x[xFrom + i]);
    }
  }

  /** A row. */
  static void forward(RowOperation f, float[] x, int xFrom, float[] y, int yFrom, int columns) {
    RowDefinitions.forward(f, row(x, xFrom, columns), row(y, yFrom, f.outputColumns(columns)));
  }

  /** A row. */
  static void backward(
      RowOperation f,
      float[] saved,
      int savedFrom,
      float[] dy,
      int dyFrom,
      float[] dx,
      int dxFrom,
      int columns) {
    RowDefinitions.backward(
        f,
        row(saved, savedFrom, columns),
        row(dy, dyFrom, f.outputColumns(columns)),
        row(dx, dxFrom, columns));
  }

  private static Row row(float[] values, int from, int columns) {
    return new Row(columns) {
      @Override
      double get(int column) {
        return values[from + column];
      }

      @Override
      void set(int column, double value) {
        values[from + column] = (float) value;
      }
    };
  }
}
