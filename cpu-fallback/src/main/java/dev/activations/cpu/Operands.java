package dev.activations.cpu;

import dev.activations.Tensor;

/** Checks of what a call is given, before anything is written. */
final class Operands {
  private Operands() {}

  static void checkShape(String name, Tensor tensor, int rows, int columns, String as) {
    if (tensor.rows() != rows || tensor.columns() != columns) {
      throw new IllegalArgumentException(
          String.format(
              "%s is %dx%d, expected %dx%d after %s",
              name, tensor.rows(), tensor.columns(), rows, columns, as));
    }
  }

  static void checkLength(String name, double[] values, int rows, int columns) {
    int elements = Tensor.checkShape(rows, columns);
    if (values.length < elements) {
      throw new IllegalArgumentException(
          String.format(
              "%s has %d elements, expected at least %d x %d", name, values.length, rows, columns));
    }
  }

  static float[] array(String name, Tensor tensor) {
    if (!(tensor instanceof CpuTensor)) {
      throw new IllegalArgumentException(
          String.format(
              "%s was allocated by another backend (%s): allocate it with this one and copy",
              name, tensor.getClass().getSimpleName()));
    }
    return ((CpuTensor) tensor).values();
  }
}
