package dev.activations.cpu;

import dev.activations.Shapes;
import dev.activations.Tensor;
import java.util.Locale;

/** Checks of what a call is given, before anything is written. */
final class Operands {
  private Operands() {}

  static void checkLength(String name, double[] values, int rows, int columns) {
    int elements = Tensor.checkShape(rows, columns);
    if (Shapes.present(name, values).length < elements) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s has %d elements, expected at least %d x %d",
              name,
              values.length,
              rows,
              columns));
    }
  }

  static CpuTensor own(String name, Tensor tensor) {
    if (!(tensor instanceof CpuTensor)) {
      throw Shapes.foreign(name, tensor, CpuBackend.NAME);
    }
    return (CpuTensor) tensor;
  }

  /** An output may be an input, or apart from it. */
  static void requireApart(
      String outName, CpuTensor out, float[] to, String inName, CpuTensor in, float[] from) {
    if (to == from) {
      Shapes.requireApart(
          outName, out.offset(), out.elements(), inName, in.offset(), in.elements());
    }
  }
}
