package dev.activations.tornado;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.Backends;
import dev.activations.Pipeline;
import dev.activations.RowOperation;
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

  void run(Pipeline pipeline, Tensor x, Tensor y) {
    try (Tensor input = cpu.allocate(x.rows(), x.columns(), x.toArray());
        Tensor output = cpu.allocate(y.rows(), y.columns())) {
      cpu.run(pipeline, input, output);
      y.copyFrom(output.toArray());
    }
  }

  void backward(Activation f, Tensor x, Tensor dy, Tensor dx) {
    try (Tensor input = cpu.allocate(x.rows(), x.columns(), x.toArray());
        Tensor gradient = cpu.allocate(dy.rows(), dy.columns(), dy.toArray())) {
      cpu.backward(f, input, gradient, gradient);
      dx.copyFrom(gradient.toArray());
    }
  }

  void backward(RowOperation f, Tensor saved, Tensor dy, Tensor dx) {
    try (Tensor input = cpu.allocate(saved.rows(), saved.columns(), saved.toArray());
        Tensor gradient = cpu.allocate(dy.rows(), dy.columns(), dy.toArray())) {
      cpu.backward(f, input, gradient, input);
      dx.copyFrom(input.toArray());
    }
  }
}
