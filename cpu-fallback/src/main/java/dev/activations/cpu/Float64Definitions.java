package dev.activations.cpu;

import dev.activations.Activation;
import dev.activations.RowOperation;

/** float64: the definitions themselves. */
final class Float64Definitions implements Kernels<double[]> {
  @Override
  public double[] between(Memory memory, int elements) {
    return memory.scratch().doubles(elements);
  }

  @Override
  public void forward(
      Activation f, Memory memory, double[] x, int xFrom, double[] y, int yFrom, int count) {
    for (int i = 0; i < count; i++) {
      y[yFrom + i] = f.value(x[xFrom + i]);
    }
  }

  @Override
  public void derivative(
      Activation f, Memory memory, double[] x, int xFrom, double[] y, int yFrom, int count) {
    for (int i = 0; i < count; i++) {
      y[yFrom + i] = f.derivative(x[xFrom + i]);
    }
  }

  @Override
  public void chain(
      Activation f,
      Memory memory,
      double[] x,
      int xFrom,
      double[] slope,
      int slopeFrom,
      int count) {
    for (int i = 0; i < count; i++) {
      slope[slopeFrom + i] = ChainRule.product(slope[slopeFrom + i], f.derivative(x[xFrom + i]));
    }
  }

  @Override
  public void backward(
      Activation f,
      Memory memory,
      double[] x,
      int xFrom,
      double[] dy,
      int dyFrom,
      double[] dx,
      int dxFrom,
      int count) {
    for (int i = 0; i < count; i++) {
      dx[dxFrom + i] = dy[dyFrom + i] * f.derivative(x[xFrom + i]);
    }
  }

  @Override
  public void forward(
      RowOperation f,
      Memory memory,
      double[] x,
      int xFrom,
      double[] y,
      int yFrom,
      int rows,
      int columns) {
    int outputColumns = f.outputColumns(columns);
    for (int row = 0; row < rows; row++) {
      RowDefinitions.forward(
          f,
          row(x, xFrom + row * columns, columns),
          row(y, yFrom + row * outputColumns, outputColumns));
    }
  }

  @Override
  public void backward(
      RowOperation f,
      Memory memory,
      double[] saved,
      int savedFrom,
      double[] dy,
      int dyFrom,
      double[] dx,
      int dxFrom,
      int rows,
      int columns) {
    int gradientColumns = f.outputColumns(columns);
    for (int row = 0; row < rows; row++) {
      int from = savedFrom + row * columns;
      int gradient = dyFrom + row * gradientColumns;
      int to = dxFrom + row * columns;
      if (f.kind() == RowOperation.Kind.LOGSUMEXP) {
        RowDefinitions.backward(
            f, row(saved, from, columns), row(dy, gradient, gradientColumns), row(dx, to, columns));
      } else {
        memory.doubleSlopes().backward(f, saved, from, dy, gradient, dx, to, columns);
      }
    }
  }

  private static Row row(double[] values, int from, int columns) {
    return new Row(columns) {
      @Override
      double get(int column) {
        return values[from + column];
      }

      @Override
      void set(int column, double value) {
        values[from + column] = value;
      }
    };
  }
}
