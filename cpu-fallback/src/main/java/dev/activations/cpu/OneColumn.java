package dev.activations.cpu;

import dev.activations.RowOperation;
import dev.activations.RowOperation.Kind;
import dev.activations.cpu.kernels.KernelLibrary;

/**
 * Rows of one column, whose element is the whole distribution: its probability is 1, the logarithm
 * of that 0, and no gradient changes them. An infinity or a NaN has no distribution, which a
 * product with zero shows. What a backward takes may be of somebody else: a probability that is not
 * 1 has a slope. All at any temperature, with the bits that {@link OneRow} gives.
 */
final class OneColumn {
  private OneColumn() {}

  static void forward(RowOperation f, float[] x, int xFrom, float[] y, int yFrom, int rows) {
    switch (f.kind()) {
      case SOFTMAX:
      case SOFTMIN:
        addToZero(x, xFrom, 1, y, yFrom, rows);
        break;
      case LOG_SOFTMAX:
        addToZero(x, xFrom, 0, y, yFrom, rows);
        break;
      case LOGSUMEXP:
        plusZero(x, xFrom, y, yFrom, rows);
        break;
    }
  }

  private static void addToZero(
      float[] x, int xFrom, float number, float[] y, int yFrom, int rows) {
    for (int i = 0; i < rows; i++) {
      y[yFrom + i] = 0 * x[xFrom + i] + number;
    }
  }

  /** A logarithm of 0 is added, so that there is no -0. */
  private static void plusZero(float[] x, int xFrom, float[] y, int yFrom, int rows) {
    for (int i = 0; i < rows; i++) {
      y[yFrom + i] = x[xFrom + i] + 0f;
    }
  }

  /** Of all but logsumexp. */
  static void backward(
      RowOperation f,
      KernelLibrary library,
      OneRow one,
      float[] y,
      int yFrom,
      float[] dy,
      int dyFrom,
      float[] dx,
      int dxFrom,
      int rows) {
    boolean logarithm = f.kind() == Kind.LOG_SOFTMAX;
    int whole = Float.floatToRawIntBits(logarithm ? 0 : 1);
    float zero = f.kind() == Kind.SOFTMAX ? 0f : -0f;
    one.set(f, library, 1);
    for (int i = 0; i < rows; i++) {
      if (Float.floatToRawIntBits(y[yFrom + i]) == whole) {
        // Of a finite gradient a zero with the sign that the sums of others beside it would leave.
        dx[dxFrom + i] = dy[dyFrom + i] * zero;
      } else {
        one.input(y, yFrom + i);
        one.gradient(dy, dyFrom + i);
        one.output(dx, dxFrom + i);
        one.backward();
      }
    }
    one.clear();
  }
}
