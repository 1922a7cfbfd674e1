package dev.activations.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.catalogue.Catalogue;
import dev.activations.catalogue.CatalogueEntry;
import dev.activations.measuring.speed.Cell;
import dev.activations.measuring.speed.Direction;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlanTest {
  @Test
  void theDefaultHasEveryFunctionOnceAtLeast() {
    List<Cell> cells = Plan.of(Effort.DEFAULT, null, null, null);
    assertThat(cells).doesNotHaveDuplicates();
    assertThat(cells)
        .extracting(cell -> cell.function().replaceFirst(":.*", ""))
        .containsAll(
            Stream.concat(Catalogue.functions().stream(), Catalogue.rowOperations().stream())
                .map(CatalogueEntry::name)
                .toList());
  }

  @Test
  void shapesStayTogetherAndGrow() {
    for (Effort effort : Effort.values()) {
      List<Cell> cells = Plan.of(effort, null, null, null);
      assertThat(cells)
          .isSortedAccordingTo(
              Comparator.comparingLong(cell -> (long) cell.rows() * cell.columns()));
      long changes = 1;
      for (int i = 1; i < cells.size(); i++) {
        changes += shape(cells.get(i)).equals(shape(cells.get(i - 1))) ? 0 : 1;
      }
      assertThat(changes).isEqualTo(cells.stream().map(PlanTest::shape).distinct().count());
    }
  }

  private static String shape(Cell cell) {
    return cell.rows() + "x" + cell.columns();
  }

  @Test
  void whatIsNamedIsMeasuredAndNothingElse() {
    assertThat(Plan.of(Effort.QUICK, "gelu_erf, leaky_relu:negative_slope=0.2", "backward", "3x5"))
        .containsExactly(
            new Cell("gelu_erf", Direction.BACKWARD, 3, 5),
            new Cell("leaky_relu:negative_slope=0.2", Direction.BACKWARD, 3, 5));
  }

  @Test
  void aFunctionWithoutDefaultsTakesItsFirstExample() {
    assertThat(Plan.of(Effort.QUICK, "softcap", "forward", "1x1"))
        .singleElement()
        .satisfies(cell -> assertThat(cell.function()).startsWith("softcap:"));
  }
}
