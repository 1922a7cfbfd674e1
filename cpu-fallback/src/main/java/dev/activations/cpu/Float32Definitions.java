package dev.activations.cpu;

import dev.activations.Activation;
import dev.activations.RowOperation;

/**
 * float32 from the definitions in double, rounded once: exact to 0.51 ULP for every function and
 * derivative, and slow.
 */
final class Float32Definitions implements Kernels<float[]> {
  @Override
  public String description() {
    return "float32 from the definitions in double, rounded once";
  }

  @Override
  public float[] allocate(int elements) {
    return new float[elements];
  }

  @Override
  public void forward(Activation f, float[] x, int xFrom, float[] y, int yFrom, int count) {
    for (int i = 0; i < count; i++) {
      y[yFrom + i] = (float) f.value(x[xFrom + i]);
    }
  }

  @Override
  public void derivative(Activation f, float[] x, int xFrom, float[] y, int yFrom, int count) {
    for (int i = 0; i < count; i++) {
      y[yFrom + i] = (float) f.derivative(x[xFrom + i]);
    }
  }

  @Override
  public void backward(
      Activation f,
      float[] x,
      int xFrom,
      float[] dy,
      int dyFrom,
      float[] dx,
      int dxFrom,
      int count) {
    for (int i = 0; i < count; i++) {
      dx[dxFrom + i] = (float) (dy[dyFrom + i] * f.derivative(x[xFrom + i]));
    }
  }

  @Override
  public void chain(Activation f, float[] x, int xFrom, float[] slope, int slopeFrom, int count) {
    for (int i = 0; i < count; i++) {
      slope[slopeFrom + i] =
          (float) ChainRule.product(slope[slopeFrom + i], f.derivative(x[xFrom + i]));
    }
  }

  @Override
  public void forward(RowOperation f, float[] x, int xFrom, float[] y, int yFrom, int columns) {
    RowDefinitions.forward(f, row(x, xFrom, columns), row(y, yFrom, f.outputColumns(columns)));
  }

  @Override
  public void backward(
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
