package dev.activations.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JvmTest {
  @Test
  void theLaunchersOptionsStayWhole() {
    assertThat(Jvm.chosen(null)).isEmpty();
    assertThat(Jvm.chosen("")).isEmpty();
    assertThat(Jvm.chosen("-XX:+UseG1GC\037-Dx=a b\n\037\037"))
        .containsExactly("-XX:+UseG1GC", "-Dx=a b\n", "");
  }
}
