package dev.activations.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.activations.measuring.work.Shape;
import dev.activations.measuring.work.Work;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionTest {
  @Test
  void groupsStandForTheirWorks() {
    assertThat(Selection.works(List.of("all"))).isEqualTo(Work.all());
    assertThat(Selection.works(List.of("silu", "backward", "silu/backward")))
        .startsWith(Work.parse("silu"))
        .contains(Work.parse("silu/backward"), Work.parse("softmax/backward"))
        .doesNotHaveDuplicates()
        .noneMatch(work -> work.toString().endsWith("/derivative"));
    assertThat(Selection.works(List.of("derivative"))).contains(Work.parse("mish/derivative"));
  }

  @Test
  void rowOperationsHaveShapesOfTheirOwn() {
    assertThat(Selection.shapes(Work.parse("silu"))).hasSize(3);
    assertThat(Selection.shapes(Work.parse("softmax"))).hasSize(6).contains(new Shape(1024, 50257));
  }

  @Test
  void threadsAreNumbersOrAll() {
    int all = Runtime.getRuntime().availableProcessors();
    assertThat(Selection.threads(List.of("all", "" + all))).containsExactly(all);
    for (String wrong : List.of("0", "-1", "many", "")) {
      assertThatThrownBy(() -> Selection.threads(List.of(wrong)))
          .hasMessage("a number of threads is 1 or more, or the word all; found " + wrong);
    }
  }
}
