package dev.activations.cpu;

import dev.activations.Activation;
import dev.activations.RowOperation;

/** float64: the definitions themselves. */
final class Float64Definitions implements Kernels<double[]> {
  @Override
  public String description() {
    return "float64 from the definitions";
  }

  @Override
  public double[] allocate(int elements) {
    return new double[elements];
  }

  @Override
  public void forward(Activation f, double[] x, int xFrom, double[] y, int yFrom, int count) {
    for (int i = 0; i < count; i++) {
      y[yFrom + i] = f.value(x[xFrom + i]);
    }
  }

  @Override
  public void derivative(Activation f, double[] x, int xFrom, double[] y, int yFrom, int count) {
    for (int i = 0; i < count; i++) {
      y[yFrom + i] = f.derivative(x[xFrom + i]);
    }
  }

  @Override
  public void backward(
      Activation f,
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
  public void chain(Activation f, double[] x, int xFrom, double[] slope, int slopeFrom, int count) {
    for (int i = 0; i < count; i++) {
      slope[slopeFrom + i] = ChainRule.product(slope[slopeFrom + i], f.derivative(x[xFrom + i]));
    }
  }

  @Override
  public void forward(RowOperation f, double[] x, int xFrom, double[] y, int yFrom, int columns) {
    RowDefinitions.forward(f, row(x, xFrom, columns), row(y, yFrom, f.outputColumns(columns)));
  }

  @Override
  public void backward(
      RowOperation f,
      double[] saved,
      int savedFrom,
      double[] dy,
      int dyFrom,
      double[] dx,
      int dxFrom,
      int columns) {
    RowDefinitions.backward(
        f,
        row(saved, savedFrom, columns),
        row(dy, dyFrom, f.outputColumns(columns)),
        row(dx, dxFrom, columns));
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
