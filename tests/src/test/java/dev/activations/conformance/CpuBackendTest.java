package dev.activations.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.BackendOptions;
import dev.activations.Pipeline;
import dev.activations.RowOperation;
import dev.activations.Tensor;
import dev.activations.cpu.CpuBackend;
import org.junit.jupiter.api.Test;

/** The CPU backend keeps the contract, and what it promises beyond. */
class CpuBackendTest extends BackendContract {
  @Override
  protected Backend open(BackendOptions options) {
    return CpuBackend.open(options);
  }

  @Override
  protected int tile() {
    return 1 << 14;
  }

  @Test
  void aWrappedArrayIsTheTensor() {
    float[] values = {-1, 2, -3, 4};
    try (CpuBackend cpu = CpuBackend.open();
        Tensor x = cpu.wrap(2, 2, values)) {
      cpu.forward(Activation.RELU, x, x);
      assertThat(values).containsExactly(0, 2, 0, 4);
      assertThatThrownBy(() -> cpu.wrap(2, 3, values))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("2 x 3")
          .hasMessageContaining("4");
    }
  }

  @Test
  void anArrayIsNotSharedByAnInputAndANarrowerOutput() {
    float[] values = {1, 2};
    try (CpuBackend cpu = CpuBackend.open();
        Tensor x = cpu.wrap(1, 2, values);
        Tensor y = cpu.wrap(2, 1, values)) {
      assertThatThrownBy(() -> cpu.forward(RowOperation.LOGSUMEXP, x, y))
          .isInstanceOf(IllegalArgumentException.class);
    }
    double[] wide = {1, 2};
    try (CpuBackend cpu = CpuBackend.open()) {
      assertThatThrownBy(() -> cpu.run(Pipeline.of(RowOperation.LOGSUMEXP), 1, 2, wide, wide))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("narrows");
    }
  }

  /** The sum of ten million equal terms, each far below an ulp of the sum, loses no digit. */
  @Test
  void longRowsLoseNothing() {
    int columns = 10_000_000;
    float[] x = new float[columns];
    try (CpuBackend cpu = CpuBackend.open();
        Tensor input = cpu.wrap(1, columns, x);
        Tensor sum = cpu.allocate(1, 1)) {
      cpu.logSumExp(input, sum);
      assertThat(sum.toArray()[0]).isEqualTo((float) Math.log(columns));
      cpu.softmax(input, input);
    }
    for (float p : x) {
      assertThat(p == 1e-7f).isTrue();
    }
  }
}
