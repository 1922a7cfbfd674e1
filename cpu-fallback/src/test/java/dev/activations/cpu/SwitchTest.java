package dev.activations.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.Activation;
import dev.activations.BackendOptions;
import dev.activations.Direction;
import dev.activations.Pipeline;
import dev.activations.RowOperation;
import dev.activations.Tensor;
import dev.activations.cpu.kernels.ElementwiseKernels;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Whatever computes, before a trial, after it and in each width, no bit changes. */
class SwitchTest {
  private static final int ROWS = 300;
  private static final int COLUMNS = 1000;

  /** Each width by decision, and plain loops again. */
  private static void everyWidth(String what, Tier tier, Runnable call, Tensor result) {
    call.run();
    float[] first = result.toArray();
    int widths = tier.workload().widths();
    assertThat(widths).isPositive();
    for (int width = 0; width < widths; width++) {
      tier.decide(width, "");
      assertThat(tier.choose(0)).isEqualTo(width);
      call.run();
      Samples.requireSame(
          result.toArray(), first, what + " with " + tier.workload().bits(width) + " bits");
    }
    tier.decide(Tier.PLAIN, "");
    call.run();
    Samples.requireSame(result.toArray(), first, what + " with plain loops");
  }

  @Test
  void elements() {
    // Parameters that no other test has do not help: tiers are those of the class of the kernels.
    Activation f = Activation.of("squareplus", 2.75);
    BoundFunction bound = BoundFunction.of(f);
    try (CpuBackend cpu = CpuBackend.open(BackendOptions.DEFAULTS.withThreads(2));
        Tensor x = cpu.allocate(ROWS, COLUMNS, Samples.normal(ROWS * COLUMNS, 1));
        Tensor y = cpu.allocate(ROWS, COLUMNS)) {
      everyWidth(
          f + " forward",
          Objects.requireNonNull(bound.tier(Direction.FORWARD)),
          () -> cpu.forward(f, x, y),
          y);
      everyWidth(
          f + " derivative",
          Objects.requireNonNull(bound.tier(Direction.DERIVATIVE)),
          () -> cpu.derivative(f, x, y),
          y);
    }
  }

  @Test
  void rows() {
    for (RowOperation f :
        new RowOperation[] {RowOperation.softmax(3), RowOperation.logSoftmax(3)}) {
      try (CpuBackend cpu = CpuBackend.open(BackendOptions.DEFAULTS.withThreads(2));
          Tensor x = cpu.allocate(ROWS, COLUMNS, Samples.normal(ROWS * COLUMNS, 1));
          Tensor dy = cpu.allocate(ROWS, COLUMNS, Samples.normal(ROWS * COLUMNS, 2));
          Tensor y = cpu.allocate(ROWS, COLUMNS)) {
        everyWidth(
            f.toString(),
            Objects.requireNonNull(RowTiers.tier(f, false)),
            () -> cpu.run(Pipeline.of(f), x, y),
            y);
        everyWidth(
            f + " backward",
            Objects.requireNonNull(RowTiers.tier(f, true)),
            () -> cpu.backward(f, x, dy, y),
            y);
      }
    }
  }

  /** A function that no other test calls: one call of a few elements is not worth a compilation. */
  @Test
  void aLittleIsComputedWithPlainLoops() {
    Activation f = Activation.of("celu", 3.75);
    ElementwiseKernels kernels = BoundFunction.of(f).kernels(Direction.BACKWARD, 100);
    assertThat(kernels).isNotInstanceOf(WholeVectors.class);
  }

  @Test
  void aBackendThatHasSettledHasDecided() throws InterruptedException {
    Activation f = Activation.of("celu", 1.625);
    try (CpuBackend cpu = CpuBackend.open(BackendOptions.DEFAULTS.withThreads(2));
        Tensor x = cpu.allocate(ROWS, COLUMNS, Samples.normal(ROWS * COLUMNS, 1));
        Tensor y = cpu.allocate(ROWS, COLUMNS)) {
      for (long done = 0; done < 1 << 23; done += x.elements()) {
        cpu.forward(f, x, y);
      }
      cpu.instruments().settle();
      Tier tier = Objects.requireNonNull(BoundFunction.of(f).tier(Direction.FORWARD));
      assertThat(tier.isDecided()).isTrue();
      assertThat(tier.width() == 0 || !tier.reason().isEmpty()).isTrue();
    }
  }
}
