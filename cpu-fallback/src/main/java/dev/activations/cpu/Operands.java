package dev.activations.cpu;

import dev.activations.Call;
import dev.activations.Shapes;
import dev.activations.Tensor;

/** Checks of the tensors of a call that a backend makes itself, before anything is written. */
final class Operands {
  private Operands() {}

  static CpuTensor own(String name, Tensor tensor) {
    if (!(tensor instanceof CpuTensor)) {
      throw Shapes.foreign(name, tensor, CpuBackend.NAME);
    }
    return (CpuTensor) tensor;
  }

  static CpuTensor own(Call call, int index, Tensor tensor) {
    // The name is looked up only for a refusal: this is in the way of every call.
    return tensor instanceof CpuTensor
        ? (CpuTensor) tensor
        : own(call.operands().get(index).name(), tensor);
  }

  static void requireApart(
      Call call, int outIndex, CpuTensor out, float[] to, int inIndex, CpuTensor in, float[] from) {
    if (to == from) {
      requireApart(
          call.operands().get(outIndex).name(),
          out,
          to,
          call.operands().get(inIndex).name(),
          in,
          from);
    }
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
