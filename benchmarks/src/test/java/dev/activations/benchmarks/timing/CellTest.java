package dev.activations.benchmarks.timing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.measuring.work.Shape;
import dev.activations.measuring.work.Work;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import org.junit.jupiter.api.Test;

class CellTest {
  private static Cell cell(Work work) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    figures.put("ours", new Figure(0.25, 1, 1, 1, false));
    figures.put("copy", new Figure(0.125, 2, 1.75, 2.25, true));
    figures.put("naive", new Figure(10, 0.025, 0.02, 0.03, false));
    figures.put("One", new Figure(0.5, 0.5, 0.375, Double.NaN, false));
    figures.put("Two", new Figure(0.375, 0.625, 0.5, 0.75, false));
    return new Cell(work, new Shape(2, 3), 4, figures);
  }

  @Test
  void crossesAPipe() {
    for (Work work : Work.all()) {
      String line = cell(work).encode();
      assertThat(line).doesNotContain("\n");
      assertThat(Cell.decode(line)).isEqualTo(cell(work));
    }
  }

  @Test
  void theFastestPeerIsNoneOfOurOwn() {
    Cell cell = cell(Work.parse("silu"));
    assertThat(cell.fastestPeer()).map(Entry::getKey).contains("Two");
    assertThat(cell.ours().nanos()).isEqualTo(0.25);
    Cell alone = new Cell(cell.work(), cell.shape(), 1, Map.of("ours", cell.ours()));
    assertThat(alone.fastestPeer()).isEmpty();
  }
}
