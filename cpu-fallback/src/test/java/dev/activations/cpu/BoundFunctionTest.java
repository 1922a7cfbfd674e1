package dev.activations.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.Activation;
import dev.activations.Direction;
import dev.activations.cpu.kernels.ElementwiseKernels;
import dev.activations.cpu.kernels.Scratch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which kernels a function gets for its parameters. */
class BoundFunctionTest {
  private static ElementwiseKernels kernels(Activation f) {
    return BoundFunction.of(f).kernels(Direction.FORWARD, 1);
  }

  /** What float32 cannot work with is the definition in double, rounded once. */
  @ParameterizedTest
  @ValueSource(doubles = {0x1p-21, 0x1.8p20, 1e-30, 1e30})
  void extremeParametersAreComputedInDouble(double beta) {
    Activation f = Activation.softplus(beta);
    assertThat(kernels(f)).isInstanceOf(Float32Definitions.class);
    float[] x = Samples.normal(100, 1);
    float[] dy = Samples.normal(100, 2);
    float[] y = new float[100];
    float[] slope = new float[100];
    float[] dx = new float[100];
    kernels(f).forward(f, new Scratch(), x, 0, y, 0, 100);
    kernels(f).derivative(f, new Scratch(), x, 0, slope, 0, 100);
    kernels(f).backward(f, new Scratch(), x, 0, dy, 0, dx, 0, 100);
    for (int i = 0; i < 100; i++) {
      assertThat(y[i]).isEqualTo((float) f.value(x[i]));
      assertThat(slope[i]).isEqualTo((float) f.derivative(x[i]));
      assertThat(dx[i]).isEqualTo(dy[i] * (float) f.derivative(x[i]));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0x1p-20, 0x1p20, 3, 1})
  void otherParametersHaveKernels(double beta) {
    assertThat(kernels(Activation.softplus(beta))).isNotInstanceOf(Float32Definitions.class);
  }

  @Test
  void zeroIsNoExtreme() {
    assertThat(kernels(Activation.leakyRelu(0))).isNotInstanceOf(Float32Definitions.class);
    assertThat(kernels(Activation.leakyRelu(-0.0)))
        .as("whose sign kernels would lose")
        .isInstanceOf(Float32Definitions.class);
    assertThat(kernels(Activation.leakyRelu(-0x1p-21))).isInstanceOf(Float32Definitions.class);
  }

  @Test
  void aBindingIsKeptUntilThereAreThousands() {
    Activation f = Activation.leakyRelu(0.123);
    BoundFunction bound = BoundFunction.of(f);
    assertThat(BoundFunction.of(Activation.leakyRelu(0.123))).isSameAs(bound);
    for (int i = 0; i < 5000; i++) {
      BoundFunction.of(Activation.leakyRelu(0.2 + 1e-5 * i));
    }
    assertThat(BoundFunction.of(f)).isNotSameAs(bound);
  }
}
