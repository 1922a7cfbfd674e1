package dev.activations.generator.emission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CamelCaseTest {
  @Test
  void classesAreCalledAsFunctions() {
    assertThat(CamelCase.upper("gelu_erf")).isEqualTo("GeluErf");
    assertThat(CamelCase.upper("relu6")).isEqualTo("Relu6");
    assertThat(CamelCase.upper("hard_tanh")).isEqualTo("HardTanh");
  }

  @Test
  void methodsAreCalledAsFunctions() {
    assertThat(CamelCase.lower("gelu_erf")).isEqualTo("geluErf");
    assertThat(CamelCase.lower("relu6")).isEqualTo("relu6");
    assertThat(CamelCase.lower("log_sigmoid")).isEqualTo("logSigmoid");
  }
}
