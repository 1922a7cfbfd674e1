package dev.activations.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.Activation;
import org.junit.jupiter.api.Test;

class CriticalInputsTest {
  @Test
  void kinksHaveTheirNeighbours() {
    float kink = 0.7f;
    assertThat(CriticalInputs.of(Activation.hardshrink(kink)))
        .contains(kink, -kink, Math.nextUp(kink), Math.nextDown(-kink));
  }

  @Test
  void zerosOfTheDerivativeLieInside() {
    float[] inputs = CriticalInputs.of(Activation.SILU);
    int below = 0;
    int above = 0;
    for (float x : inputs) {
      if (Math.abs(x + 1.2784645) < 1e-5) {
        below += Activation.SILU.derivative(x) < 0 ? 1 : 0;
        above += Activation.SILU.derivative(x) > 0 ? 1 : 0;
      }
    }
    assertThat(below).isGreaterThanOrEqualTo(32);
    assertThat(above).isGreaterThanOrEqualTo(32);
  }

  @Test
  void specialsAndTheEndsOfTheExponentialAreEverybodys() {
    assertThat(CriticalInputs.of(Activation.RELU))
        .contains(Float.NaN, Float.NEGATIVE_INFINITY, -0f, Float.MIN_VALUE, 88.72284f);
  }
}
