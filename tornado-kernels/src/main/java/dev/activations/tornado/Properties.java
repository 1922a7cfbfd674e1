package dev.activations.tornado;

import dev.activations.SystemProperty;

/** The system properties of this backend; no class of TornadoVM is touched by asking for them. */
final class Properties {
  /** Elements from which on a device is used instead of the CPU; 0 leaves nothing to the CPU. */
  static final String BREAK_EVEN = "activations.breakEven";

  /** The most elements that are on the device at a time. */
  static final String BLOCK = "activations.tornado.block";

  /** Gives the compilers of the driver leave to ignore NaN, infinities and the order of sums. */
  static final String FAST = "activations.tornado.fast";

  private Properties() {}

  /** Refuses one that makes no sense. */
  static void check() {
    SystemProperty.count(BREAK_EVEN, 0);
    SystemProperty.count(BLOCK, 1);
    SystemProperty.isTrue(FAST);
  }
}
