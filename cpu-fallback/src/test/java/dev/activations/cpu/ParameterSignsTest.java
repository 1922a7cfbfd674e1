package dev.activations.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.Activation;
import dev.activations.BackendOptions;
import dev.activations.Tensor;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A parameter of -0 gives the signs that the formula gives, in every direction. */
class ParameterSignsTest {
  private static final float[] X = {
    -1, 1, -0.0f, 0, -30, 30, 0.5f, -0.5f, -200, -1e-45f, -1e38f, Float.NEGATIVE_INFINITY
  };

  static Stream<Activation> functions() {
    return Stream.of(
        Activation.leakyRelu(-0.0),
        Activation.leakyRelu(0.0),
        Activation.elu(-0.0),
        Activation.elu(0.0),
        Activation.swish(-0.0),
        Activation.threshold(-0.0, -0.0),
        Activation.threshold(0, -0.0),
        Activation.threshold(-0.0, 0),
        Activation.hardTanh(-0.0, 1),
        Activation.hardTanh(0, 1),
        Activation.hardTanh(-1, -0.0),
        Activation.hardTanh(-1, 0),
        Activation.softshrink(-0.0),
        Activation.hardshrink(-0.0),
        Activation.laplace(-0.0, 1));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void asTheDefinition(Activation f) {
    float[] dy = new float[X.length];
    try (CpuBackend cpu = CpuBackend.open(BackendOptions.DEFAULTS.withThreads(1));
        Tensor x = cpu.allocate(1, X.length, X);
        Tensor y = cpu.allocate(1, X.length);
        Tensor gradient = cpu.allocate(1, X.length)) {
      cpu.forward(f, x, y);
      float[] values = y.toArray();
      cpu.derivative(f, x, y);
      float[] slopes = y.toArray();
      Arrays.fill(dy, -2);
      gradient.copyFrom(dy);
      cpu.backward(f, x, gradient, y);
      float[] dx = y.toArray();
      for (int i = 0; i < X.length; i++) {
        sameSignOfZero(values[i], f.value(X[i]), f + " of " + X[i]);
        sameSignOfZero(slopes[i], f.derivative(X[i]), "slope of " + f + " at " + X[i]);
        assertThat(dx[i]).isEqualTo(-2 * slopes[i]);
      }
    }
  }

  private static void sameSignOfZero(float found, double expected, String what) {
    if ((float) expected == 0 || found == 0) {
      assertThat(Float.floatToIntBits(found))
          .as(what)
          .isEqualTo(Float.floatToIntBits((float) expected));
    }
  }

  @Test
  void known() {
    assertThat(1 / Activation.leakyRelu(-0.0).value(-1)).isPositive();
    assertThat(1 / Activation.leakyRelu(-0.0).value(Double.NEGATIVE_INFINITY)).isPositive();
    assertThat(1 / Activation.leakyRelu(0.0).value(-1)).isNegative();
    assertThat(1 / Activation.elu(-0.0).derivative(Double.NEGATIVE_INFINITY)).isNegative();
  }
}
