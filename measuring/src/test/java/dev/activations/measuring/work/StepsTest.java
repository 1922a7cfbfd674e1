package dev.activations.measuring.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.activations.Activation;
import dev.activations.RowOperation;
import dev.activations.catalogue.Catalogue;
import org.junit.jupiter.api.Test;

class StepsTest {
  @Test
  void allOfTheCatalogueIsThere() {
    assertThat(Steps.all(false)).hasSize(Catalogue.entries().size()).doesNotHaveDuplicates();
    assertThat(Steps.all(true))
        .doesNotHaveDuplicates()
        .containsAll(Steps.all(false))
        .hasSizeGreaterThan(Catalogue.entries().size());
  }

  @Test
  void aNameStandsForItsExamples() {
    assertThat(Steps.named("relu, softmax,relu", false))
        .containsExactly(Activation.RELU, RowOperation.SOFTMAX);
    assertThat(Steps.named("leaky_relu", false)).containsExactly(Activation.leakyRelu(0.01));
    assertThat(Steps.named("leaky_relu", true)).hasSizeGreaterThan(1);
    assertThat(Steps.named("softcap", false)).as("it has no defaults").hasSize(1);
    assertThat(Steps.named("leaky_relu:negative_slope=0.2", true))
        .containsExactly(Activation.leakyRelu(0.2));
    assertThatIllegalArgumentException().isThrownBy(() -> Steps.named("relu,sillu", true));
  }
}
