package dev.activations.tornado;

import dev.activations.SystemProperty;
import java.util.Locale;

/** How much of a call goes through a device at a time. */
final class Blocks {
  /** A gigabyte: larger blocks gain nothing. */
  private static final int MOST = 1 << 28;

  /** Kernels index with int and stride beyond the end. */
  private static final int LONGEST_ROW = 1 << 30;

  /** What fits into TornadoVM's buffers as {@link Devices} sets them; 239 tasks were too many. */
  private static final int MOST_TASKS = 100;

  /** Input, gradient, values between steps and output, and again as much for other plans. */
  private static final int BUFFERS = 6;

  private Blocks() {}

  /** The most elements of one launch on a device of which one buffer and all take so many bytes. */
  static int largest(long buffer, long memory) {
    long property = SystemProperty.count(Properties.BLOCK, 1).orElse(MOST);
    long elements = Math.min(buffer - 64, memory / BUFFERS) / Float.BYTES;
    return (int) Math.max(1, Math.min(Math.min(MOST, property), elements * 4 / 5));
  }

  /** How many rows of a call go into one block; at least one. Blocks are equal, for one plan. */
  static int rows(BoundProgram call, int elements) {
    int most = Math.max(1, elements / Math.max(1, call.widestColumns()));
    int blocks = (int) (((long) call.rows() + most - 1) / most);
    return (int) (((long) call.rows() + blocks - 1) / blocks);
  }

  /** What no block can hold, and what TornadoVM's tables cannot. */
  static void check(BoundProgram call) {
    if (call.widestColumns() > LONGEST_ROW) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: a device takes rows of up to 2^30 = %d elements: use the cpu backend",
              call.words(),
              LONGEST_ROW));
    }
    if (call.program().tasks().size() > MOST_TASKS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: it takes %d kernels, and a task graph holds up to %d: split the pipeline",
              call.words(),
              call.program().tasks().size(),
              MOST_TASKS));
    }
  }
}
