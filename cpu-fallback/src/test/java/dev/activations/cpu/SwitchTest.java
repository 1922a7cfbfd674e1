package dev.activations.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.Activation;
import dev.activations.BackendOptions;
import dev.activations.Pipeline;
import dev.activations.RowOperation;
import dev.activations.Tensor;
import dev.activations.cpu.BoundFunction.Direction;
import dev.activations.cpu.kernels.ElementwiseKernels;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** While vectors take over from plain loops, or not, no bit changes. */
class SwitchTest {
  private static final int ROWS = 300;
  private static final int COLUMNS = 1000;

  /** Longer than a kernel takes to be compiled; whether it gets faster is not tested here. */
  private static final long WATCHED = TimeUnit.SECONDS.toNanos(10);

  private static void watch(Pipeline pipeline, BooleanSupplier switched) {
    try (CpuBackend cpu = CpuBackend.open(BackendOptions.DEFAULTS.withThreads(2));
        Tensor x = cpu.allocate(ROWS, COLUMNS, Samples.normal(ROWS * COLUMNS, 1));
        Tensor y = cpu.allocate(ROWS, pipeline.outputColumns(COLUMNS))) {
      cpu.run(pipeline, x, y);
      float[] first = y.toArray();
      long deadline = System.nanoTime() + WATCHED;
      boolean after = false;
      while (!after && System.nanoTime() < deadline) {
        after = switched.getAsBoolean();
        cpu.run(pipeline, x, y);
        Samples.requireSame(
            y.toArray(), first, pipeline + (after ? " with vectors" : " as before"));
      }
    }
  }

  @Test
  void elements() {
    Activation f = Activation.GELU_TANH;
    watch(
        Pipeline.of(f),
        () -> BoundFunction.of(f).kernels(Direction.FORWARD, 0) instanceof WholeVectors);
    watch(
        Pipeline.of(f).derivative(),
        () -> BoundFunction.of(f).kernels(Direction.DERIVATIVE, 0) instanceof WholeVectors);
  }

  @Test
  void rows() {
    for (RowOperation f : new RowOperation[] {RowOperation.softmax(3), RowOperation.LOGSUMEXP}) {
      watch(Pipeline.of(f), () -> RowTiers.library(f, false, 0) == Libraries.chosen().simd());
    }
  }

  @Test
  void aBackward() {
    RowOperation f = RowOperation.logSoftmax(3);
    try (CpuBackend cpu = CpuBackend.open(BackendOptions.DEFAULTS.withThreads(2));
        Tensor y = cpu.allocate(ROWS, COLUMNS, Samples.normal(ROWS * COLUMNS, 1));
        Tensor dy = cpu.allocate(ROWS, COLUMNS, Samples.normal(ROWS * COLUMNS, 2));
        Tensor dx = cpu.allocate(ROWS, COLUMNS)) {
      cpu.backward(f, y, dy, dx);
      float[] first = dx.toArray();
      long deadline = System.nanoTime() + WATCHED;
      boolean after = false;
      while (!after && System.nanoTime() < deadline) {
        after = RowTiers.library(f, true, 0) == Libraries.chosen().simd();
        cpu.backward(f, y, dy, dx);
        Samples.requireSame(dx.toArray(), first, f + (after ? " with vectors" : " as before"));
      }
    }
  }

  /** A function that no other test calls: one call of a few elements is not worth a compilation. */
  @Test
  void aLittleIsComputedWithPlainLoops() {
    Activation f = Activation.of("celu", 3.75);
    ElementwiseKernels kernels = BoundFunction.of(f).kernels(Direction.BACKWARD, 100);
    assertThat(kernels).isNotInstanceOf(WholeVectors.class);
    assertThat(RowTiers.library(RowOperation.softmin(3.75), true, 100))
        .isSameAs(Libraries.chosen().plain());
  }

  @Test
  void aBackendThatHasSettledHasSwitched() throws InterruptedException {
    Activation f = Activation.of("celu", 1.625);
    try (CpuBackend cpu = CpuBackend.open(BackendOptions.DEFAULTS.withThreads(2));
        Tensor x = cpu.allocate(ROWS, COLUMNS, Samples.normal(ROWS * COLUMNS, 1));
        Tensor y = cpu.allocate(ROWS, COLUMNS)) {
      for (long done = 0; done < 1 << 23; done += x.elements()) {
        cpu.forward(f, x, y);
      }
      cpu.settle();
      if (Libraries.chosen().simd() != null) {
        assertThat(BoundFunction.of(f).kernels(Direction.FORWARD, 0))
            .isInstanceOf(WholeVectors.class);
      }
    }
  }
}
