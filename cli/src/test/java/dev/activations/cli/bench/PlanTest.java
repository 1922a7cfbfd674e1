package dev.activations.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.catalogue.Catalogue;
import dev.activations.catalogue.CatalogueEntry;
import dev.activations.measuring.work.Cell;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {
  @Test
  void theDefaultHasEveryFunctionOnceAtLeast() {
    List<Cell> cells = Plan.of(Effort.DEFAULT, null, null, null);
    assertThat(cells).doesNotHaveDuplicates();
    assertThat(cells)
        .extracting(cell -> cell.work().step().name())
        .containsAll(Catalogue.entries().stream().map(CatalogueEntry::name).toList());
  }

  @Test
  void shapesStayTogetherAndGrow() {
    for (Effort effort : Effort.values()) {
      List<Cell> cells = Plan.of(effort, null, null, null);
      assertThat(cells)
          .isSortedAccordingTo(Comparator.comparingInt(cell -> cell.shape().elements()));
      long changes = 1;
      for (int i = 1; i < cells.size(); i++) {
        changes += cells.get(i).shape().equals(cells.get(i - 1).shape()) ? 0 : 1;
      }
      assertThat(changes).isEqualTo(cells.stream().map(Cell::shape).distinct().count());
    }
  }

  @Test
  void whatIsNamedIsMeasuredAndNothingElse() {
    assertThat(Plan.of(Effort.QUICK, "gelu_erf, leaky_relu:negative_slope=0.2", "backward", "3x5"))
        .containsExactly(
            Cell.parse("gelu_erf/backward 3x5"),
            Cell.parse("leaky_relu:negative_slope=0.2/backward 3x5"));
  }

  @Test
  void aFunctionWithoutDefaultsTakesItsFirstExample() {
    assertThat(Plan.of(Effort.QUICK, "softcap", "forward", "1x1"))
        .singleElement()
        .satisfies(cell -> assertThat(cell.work().toString()).startsWith("softcap:"));
  }
}
