package dev.activations.tornado;

import dev.activations.Tensor;

/**
 * The sizes that arrays have: a plan is compiled for arrays of one size and moves them whole, so
 * sizes are rounded up to one of four per power of two. At most a quarter of a transfer is wasted,
 * and few plans serve all sizes.
 */
final class Capacity {
  private static final int LEAST = 1 << 12;

  private Capacity() {}

  static int of(int elements) {
    if (elements <= LEAST) {
      return LEAST;
    }
    int step = Integer.highestOneBit(elements - 1) / 4;
    long rounded = ((long) elements + step - 1) / step * step;
    return (int) Math.min(rounded, Tensor.MAX_ELEMENTS);
  }
}
