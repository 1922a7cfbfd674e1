package dev.activations.cpu;

import dev.activations.Activation;
import dev.activations.cpu.kernels.ElementwiseKernels;
import dev.activations.cpu.kernels.RowKernels;
import dev.activations.cpu.kernels.Scratch;

/** Lets kernels that take whole vectors take any count: the rest goes through an array of 16. */
final class WholeVectors implements ElementwiseKernels {
  private static final int LANES = RowKernels.LANES;

  private final ElementwiseKernels kernels;

  WholeVectors(ElementwiseKernels kernels) {
    this.kernels = kernels;
  }

  @Override
  public void forward(
      Activation f, Scratch scratch, float[] x, int xFrom, float[] y, int yFrom, int count) {
    int whole = count & -LANES;
    kernels.forward(f, scratch, x, xFrom, y, yFrom, whole);
    if (whole < count) {
      float[] tail = scratch.tail(0);
      System.arraycopy(x, xFrom + whole, tail, 0, count - whole);
      kernels.forward(f, scratch, tail, 0, tail, 0, LANES);
      System.arraycopy(tail, 0, y, yFrom + whole, count - whole);
    }
  }

  @Override
  public void derivative(
      Activation f, Scratch scratch, float[] x, int xFrom, float[] y, int yFrom, int count) {
    int whole = count & -LANES;
    kernels.derivative(f, scratch, x, xFrom, y, yFrom, whole);
    if (whole < count) {
      float[] tail = scratch.tail(0);
      System.arraycopy(x, xFrom + whole, tail, 0, count - whole);
      kernels.derivative(f, scratch, tail, 0, tail, 0, LANES);
      System.arraycopy(tail, 0, y, yFrom + whole, count - whole);
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
    int whole = count & -LANES;
    kernels.backward(f, scratch, x, xFrom, dy, dyFrom, dx, dxFrom, whole);
    if (whole < count) {
      float[] tail = scratch.tail(0);
      float[] gradient = scratch.tail(1);
      System.arraycopy(x, xFrom + whole, tail, 0, count - whole);
      System.arraycopy(dy, dyFrom + whole, gradient, 0, count - whole);
      kernels.backward(f, scratch, tail, 0, gradient, 0, tail, 0, LANES);
      System.arraycopy(tail, 0, dx, dxFrom + whole, count - whole);
    }
  }
}
