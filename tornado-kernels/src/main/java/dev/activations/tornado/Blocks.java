package dev.activations.tornado;

/** How much of a call goes through a device at a time. */
final class Blocks {
  /** Kernels index with int and stride beyond the end: 2^30 leaves room. */
  private static final int MOST = 1 << 28;

  /** Input, gradient, values between steps and output, and again as much for other plans. */
  private static final int BUFFERS = 6;

  private Blocks() {}

  /** The most elements of one launch on a device of which one buffer and all take so many bytes. */
  static int largest(long buffer, long memory) {
    long property = Long.getLong("activations.tornado.block", MOST);
    long elements = Math.min(buffer - 64, memory / BUFFERS) / Float.BYTES;
    return (int) Math.max(1, Math.min(Math.min(MOST, property), elements * 4 / 5));
  }

  /** How many rows of a call go into one block; at least one. */
  static int rows(Call call, int elements) {
    return Math.max(1, elements / Math.max(1, call.widestColumns()));
  }
}
