package dev.activations.simulator;

import java.util.Arrays;

/** What memory holds before anything is written to it: values that show in any result. */
final class Poison {
  static final float FLOAT = Float.intBitsToFloat(0x7fc0dead);
  static final int INT = Integer.MIN_VALUE;

  private Poison() {}

  static void fill(Object values) {
    if (values instanceof float[] floats) {
      Arrays.fill(floats, FLOAT);
    } else {
      Arrays.fill((int[]) values, INT);
    }
  }

  static void put(Object values, int index) {
    if (values instanceof float[] floats) {
      floats[index] = FLOAT;
    } else {
      ((int[]) values)[index] = INT;
    }
  }
}
