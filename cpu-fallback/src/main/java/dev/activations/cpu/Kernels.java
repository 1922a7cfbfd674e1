package dev.activations.cpu;

import dev.activations.Activation;
import dev.activations.RowOperation;

/**
 * What computes a block. Safe for any number of threads, each with a memory of its own. Results do
 * not depend on how the caller cuts the data into blocks.
 *
 * <p>x, y are arrays of elements with the index of the first one; each output may be an input at
 * the same index.
 *
 * @param <A> float[] or double[]
 */
interface Kernels<A> {
  /** Memory for what lies between two steps, of at least so many elements. */
  A between(Memory memory, int elements);

  /** y = f(x). */
  void forward(Activation f, Memory memory, A x, int xFrom, A y, int yFrom, int count);

  /** y = f'(x). */
  void derivative(Activation f, Memory memory, A x, int xFrom, A y, int yFrom, int count);

  /**
   * slope = slope f'(x): a step of the chain rule. Unlike in a backward, a flat function wins over
   * an infinite slope: exp overflows long before the derivative of relu6(exp(x)) is anything but 0.
   */
  void chain(Activation f, Memory memory, A x, int xFrom, A slope, int slopeFrom, int count);

  /** dx = dy f'(x). */
  void backward(
      Activation f, Memory memory, A x, int xFrom, A dy, int dyFrom, A dx, int dxFrom, int count);

  /** Some rows. */
  void forward(
      RowOperation f, Memory memory, A x, int xFrom, A y, int yFrom, int rows, int columns);

  /** Some rows; saved is y, but x for logsumexp, whose dy is one element a row. */
  void backward(
      RowOperation f,
      Memory memory,
      A saved,
      int savedFrom,
      A dy,
      int dyFrom,
      A dx,
      int dxFrom,
      int rows,
      int columns);
}
