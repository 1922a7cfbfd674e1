package dev.activations.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.Backend;
import dev.activations.BackendOptions;
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

  /** The sum of ten million equal terms, each far below an ulp of the sum, loses no digit. */
  @Test
  void longRowsLoseNothing() {
    int columns = 10_000_000;
    float[] x = new float[columns];
    try (CpuBackend cpu = CpuBackend.open();
        Tensor input = cpu.wrap(x, 1, columns);
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
