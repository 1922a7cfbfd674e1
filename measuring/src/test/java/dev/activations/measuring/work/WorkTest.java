package dev.activations.measuring.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.activations.Activation;
import dev.activations.RowOperation;
import dev.activations.catalogue.Catalogue;
import org.junit.jupiter.api.Test;

class WorkTest {
  @Test
  void allOfTheCatalogueIsThere() {
    assertThat(Work.all())
        .hasSize(3 * Catalogue.functions().size() + 2 * Catalogue.rowOperations().size())
        .doesNotHaveDuplicates()
        .contains(
            new Work(Activation.SILU, Direction.DERIVATIVE),
            new Work(RowOperation.SOFTMAX, Direction.BACKWARD));
  }

  @Test
  void whatIsWrittenIsRead() {
    assertThat(Work.all()).allSatisfy(work -> assertThat(Work.parse(work + "")).isEqualTo(work));
    assertThat(Work.parse("leaky_relu:negative_slope=0.2/backward"))
        .isEqualTo(new Work(Activation.leakyRelu(0.2), Direction.BACKWARD))
        .hasToString("leaky_relu:negative_slope=0.2/backward");
  }

  @Test
  void whatIsNoWorkIsRefused() {
    assertThatThrownBy(() -> Work.parse("silu/forward"))
        .hasMessageContaining("nothing, /derivative or /backward; found silu/forward");
    assertThatThrownBy(() -> Work.parse("softmax/derivative"))
        .hasMessageContaining("time softmax/backward");
    assertThatThrownBy(() -> Work.parse("sillu")).hasMessageContaining("silu");
  }
}
