package dev.activations.tornado;

import dev.activations.Backend;
import dev.activations.Backends;
import dev.activations.Call;
import dev.activations.Tensor;
import org.jspecify.annotations.Nullable;

/** Calls on tensors of a device that the CPU answers sooner than the device would. */
final class SmallCalls {
  private final @Nullable BreakEven breakEven;
  private final Backend cpu = Backends.cpu();

  SmallCalls(@Nullable BreakEven breakEven) {
    this.breakEven = breakEven;
  }

  boolean takes(int elements) {
    return breakEven != null && breakEven.isSmall(elements);
  }

  void run(Call call, Tensor x, Tensor y) {
    try (Tensor input = onCpu(x);
        Tensor output = cpu.allocate(y.rows(), y.columns())) {
      cpu.run(call, input, output);
      y.copyFrom(output.toArray());
    }
  }

  void run(Call call, Tensor saved, Tensor dy, Tensor dx) {
    try (Tensor input = onCpu(saved);
        Tensor gradient = onCpu(dy)) {
      // In place: dx has the shape of what was saved.
      cpu.run(call, input, gradient, input);
      dx.copyFrom(input.toArray());
    }
  }

  private Tensor onCpu(Tensor tensor) {
    return cpu.allocate(tensor.rows(), tensor.columns(), tensor.toArray());
  }
}
