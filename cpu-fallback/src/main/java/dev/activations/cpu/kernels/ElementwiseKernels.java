package dev.activations.cpu.kernels;

import dev.activations.Activation;

/**
 * What computes a function and its derivative on a stretch of float32 arrays. Implementations are
 * generated, and give the same bits. Stateless; each output may be an input at the same index.
 */
public interface ElementwiseKernels {
  /**
   * y = f(x).
   *
   * @param f the function with its parameters
   * @param scratch memory of the calling thread
   * @param x input
   * @param xFrom index of its first element
   * @param y output
   * @param yFrom index of its first element
   * @param count how many, a multiple of {@link KernelLibrary#multiple}
   */
  void forward(
      Activation f, Scratch scratch, float[] x, int xFrom, float[] y, int yFrom, int count);

  /**
   * y = f'(x), see {@link #forward}.
   *
   * @param f the function with its parameters
   * @param scratch memory of the calling thread
   * @param x input
   * @param xFrom index of its first element
   * @param y output
   * @param yFrom index of its first element
   * @param count how many, a multiple of {@link KernelLibrary#multiple}
   */
  void derivative(
      Activation f, Scratch scratch, float[] x, int xFrom, float[] y, int yFrom, int count);

  /**
   * dx = dy f'(x), see {@link #forward}.
   *
   * @param f the function with its parameters
   * @param scratch memory of the calling thread
   * @param x input
   * @param xFrom index of its first element
   * @param dy gradient of the output
   * @param dyFrom index of its first element
   * @param dx gradient of the input
   * @param dxFrom index of its first element
   * @param count how many, a multiple of {@link KernelLibrary#multiple}
   */
  void backward(
      Activation f,
      Scratch scratch,
      float[] x,
      int xFrom,
      float[] dy,
      int dyFrom,
      float[] dx,
      int dxFrom,
      int count);
}
