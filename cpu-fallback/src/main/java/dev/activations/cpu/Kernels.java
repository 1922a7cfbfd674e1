package dev.activations.cpu;

import dev.activations.Activation;
import dev.activations.RowOperation;

/**
 * What computes a block: the slot that a faster implementation fills. Stateless and safe for any
 * number of threads. Results may not depend on how the caller cuts the data into blocks.
 *
 * <p>x, y, dy, dx are arrays of elements with the index of the first one; each output may be an
 * input at the same index.
 *
 * @param <A> float[] or double[]
 */
interface Kernels<A> {
  /** One line for people: what computes, and why it was chosen. */
  String description();

  /** A scratch array. */
  A allocate(int elements);

  /** y = f(x). */
  void forward(Activation f, A x, int xFrom, A y, int yFrom, int count);

  /** y = f'(x). */
  void derivative(Activation f, A x, int xFrom, A y, int yFrom, int count);

  /** dx = dy f'(x). */
  void backward(Activation f, A x, int xFrom, A dy, int dyFrom, A dx, int dxFrom, int count);

  /**
   * slope = slope f'(x): a step of the chain rule. Unlike {@link #backward}, a flat function wins
   * over an infinite slope: exp overflows long before the derivative of relu6(exp(x)) is anything
   * but 0.
   */
  void chain(Activation f, A x, int xFrom, A slope, int slopeFrom, int count);

  /** One row. */
  void forward(RowOperation f, A x, int xFrom, A y, int yFrom, int columns);

  /** One row; saved is y, but x for logsumexp, whose dy is one element. */
  void backward(
      RowOperation f, A saved, int savedFrom, A dy, int dyFrom, A dx, int dxFrom, int columns);
}
