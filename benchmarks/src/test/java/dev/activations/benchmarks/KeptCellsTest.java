package dev.activations.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.activations.benchmarks.timing.Cell;
import dev.activations.benchmarks.timing.Figure;
import dev.activations.measuring.work.Shape;
import dev.activations.measuring.work.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptCellsTest {
  private static final Work SILU = Work.parse("silu");
  private static final Shape SHAPE = new Shape(2, 3);

  @TempDir private Path folder;

  private static Cell cell(int threads) {
    Map<String, Figure> figures = Map.of("ours", new Figure(0.25, 1, 1, 1, false));
    return new Cell(SILU, SHAPE, threads, figures);
  }

  @Test
  void whatWasMeasuredIsThereInTheNextRun() throws IOException {
    Path file = folder.resolve("cells");
    KeptCells first = KeptCells.open(file, "this machine");
    assertThat(first.find(SILU, SHAPE, 1)).isEmpty();
    first.add(cell(1), "one");
    first.add(cell(2), "two");
    first.add(cell(3), "two");
    KeptCells second = KeptCells.open(file, "this machine");
    assertThat(second.find(SILU, SHAPE, 2)).contains(cell(2));
    assertThat(second.find(SILU, SHAPE, 4)).isEmpty();
    assertThat(second.cells()).containsExactly(cell(1), cell(2), cell(3));
    assertThat(second.commands()).containsExactly("one", "two");
    assertThat(second.find(Work.parse("silu/backward"), SHAPE, 2)).isEmpty();
    assertThat(second.find(SILU, new Shape(3, 2), 2)).isEmpty();
  }

  @Test
  void cellsOfAnotherMachineAreRefused() throws IOException {
    Path file = folder.resolve("cells");
    KeptCells.open(file, "that machine").add(cell(1), "one");
    String before = Files.readString(file);
    assertThatThrownBy(() -> KeptCells.open(file, "this machine"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("this machine")
        .hasMessageContaining("that machine");
    assertThat(file).hasContent(before);
  }
}
