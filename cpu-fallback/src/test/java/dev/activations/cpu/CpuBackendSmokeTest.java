package dev.activations.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.activations.Activation;
import dev.activations.BackendException;
import dev.activations.BackendOptions;
import dev.activations.Pipeline;
import dev.activations.RowOperation;
import dev.activations.Tensor;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Each way through the backend once; the contract is tested by the conformance suite. */
class CpuBackendSmokeTest {
  private final CpuBackend cpu = CpuBackend.open(BackendOptions.DEFAULTS.withThreads(2));

  @Test
  void everyCallOnce() {
    try (Tensor x = cpu.allocate(1, 3, 1, 2, 3);
        Tensor y = cpu.allocate(1, 3);
        Tensor one = cpu.allocate(1, 1)) {
      cpu.derivative(Activation.RELU, x, y);
      assertThat(y.toArray()).containsExactly(1, 1, 1);
      cpu.backward(Activation.IDENTITY, x, y, y);
      assertThat(y.toArray()).containsExactly(1, 1, 1);
      cpu.softmax(x, y);
      assertThat(y.toArray()).containsExactly(0.09003057f, 0.24472848f, 0.66524094f);
      cpu.softmaxBackward(y, x, x);
      assertThat(x.toArray()[2]).isCloseTo(0.28258747f, within(1e-7f));
      cpu.logSoftmax(y, y);
      cpu.logSoftmaxBackward(y, x, x);
      cpu.logSumExp(y, one);
      assertThat(one.toArray()[0]).isBetween(-1e-7f, 1e-7f);
      cpu.logSumExpBackward(y, one, y);
      cpu.forward(RowOperation.SOFTMIN, x, x);
      cpu.backward(RowOperation.SOFTMIN, x, x, x);
    }
  }

  @Test
  void pipelinesOfBothTypes() {
    Pipeline pipeline = Pipeline.parse("tanh,softmax");
    double[] x = {1, 2, 3, 4};
    cpu.run(pipeline, 2, 2, x, x);
    assertThat(x[0] + x[1]).isEqualTo(1);
    double[] y = new double[2];
    cpu.run(Pipeline.parse("exp,logsumexp,tanh"), 2, 2, x, y);
    cpu.run(Pipeline.parse("tanh,exp").derivative(), 2, 1, y, y);
    assertThat(y).doesNotContain(0);
    assertThatThrownBy(() -> cpu.run(pipeline, 3, 2, x, x)).hasMessageContaining("3 x 2");
  }

  @Test
  void workIsSplit() {
    float[] values = new float[100_000];
    Arrays.fill(values, -2);
    try (Tensor x = cpu.wrap(values, 1000, 100)) {
      cpu.forward(Activation.RELU, x, x);
      cpu.forward(RowOperation.SOFTMAX, x, x);
    }
    for (float value : values) {
      assertThat(value).isEqualTo(0.01f);
    }
    cpu.close();
    assertThatThrownBy(() -> cpu.wrap(new float[1], 1, 1)).hasMessageContaining("closed");
  }

  @Test
  void copiesWithinCachesAndBeyond() throws InterruptedException {
    for (int size : new int[] {3, 100_000, (1 << 23) + 3}) {
      float[] values = FunctionSample.line(size);
      try (Tensor x = cpu.wrap(values, 1, size);
          Tensor y = cpu.allocate(1, size)) {
        cpu.instruments().copy(x, y);
        assertThat(Arrays.equals(y.toArray(), values)).isTrue();
      }
    }
    cpu.instruments().settle();
    assertThat(cpu.instruments().profile(() -> {})).isEmpty();
  }

  @Test
  void tensorsCopyInBulk() {
    try (Tensor x = cpu.allocate(2, 2)) {
      x.copyFrom(FloatBuffer.wrap(new float[] {1, 2, 3, 4}));
      FloatBuffer out = FloatBuffer.allocate(6);
      x.copyTo(out);
      assertThat(out.position()).isEqualTo(4);
      assertThat(x).hasToString("2x2");
    }
  }

  @Test
  void aTensorBeyondTheHeapSaysSo() {
    long rows = Tensor.MAX_ELEMENTS;
    assertThatThrownBy(() -> cpu.allocate(rows, 1))
        .isInstanceOf(BackendException.class)
        .hasMessageContaining("8192 MiB")
        .hasMessageContaining("-Xmx");
  }

  @Test
  void compensatedSumsKeepWhatPlainSumsLose() {
    CompensatedSum sum = new CompensatedSum();
    sum.add(1e100);
    sum.add(1);
    sum.add(-1e100);
    assertThat(sum.value()).isEqualTo(1);
    sum.add(Double.POSITIVE_INFINITY);
    assertThat(sum.value()).isEqualTo(Double.POSITIVE_INFINITY);
  }
}
