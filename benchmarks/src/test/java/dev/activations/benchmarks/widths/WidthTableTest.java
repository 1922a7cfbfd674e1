package dev.activations.benchmarks.widths;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.measuring.work.Work;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class WidthTableTest {
  private static final Path JDK = Path.of("jdk-17");
  private static final List<Column> COLUMNS = List.of(new Column(JDK, 0), new Column(JDK, 256));

  private static WidthCell cell(double nanos, long bytes, String choice) {
    return new WidthCell(nanos, bytes, choice);
  }

  @Test
  void whatIsFasterAndAllocatesNothingIsGood() {
    WidthTable table = new WidthTable(COLUMNS);
    assertThat(table.add(Work.parse("silu"), List.of(cell(3, 0, ""), cell(0.5, 0, ""))))
        .isEqualTo("| `silu` | 3.00 | 0.500 |");
    assertThat(table.isGood()).isTrue();
    assertThat(table.markdown())
        .startsWith("| ns per element | jdk-17, plain | jdk-17, 256 bits |\n|---|---|---|\n")
        .endsWith(
            "\nOf 2 cells 0 allocate, and 0 are slower than plain loops by more than a tenth.\n");
  }

  @Test
  void whatAllocatesOrDawdlesIsMarkedAndWhatWasRefusedNamed() {
    WidthTable table = new WidthTable(COLUMNS);
    assertThat(table.add(Work.parse("silu"), List.of(cell(3, 0, ""), cell(4, 64, ""))))
        .isEqualTo("| `silu` | 3.00 | 4.00 **slower** **64 B** |");
    assertThat(table.isGood()).isFalse();
    table.add(Work.parse("relu"), List.of(cell(3, 0, ""), cell(3, 0, "plain loops, as so")));
    assertThat(table.markdown())
        .contains("| `relu` | 3.00 | 3.00 (refused) |\n")
        .contains("Of 4 cells 1 allocate, and 1 are slower")
        .endsWith("- relu, jdk-17, 256 bits: plain loops, as so\n");
  }

  @Test
  void theBestOfAllRoundsCounts() {
    WidthCell best = cell(3, 64, "").or(cell(4, 0, ""));
    assertThat(best).isEqualTo(cell(3, 0, ""));
    assertThat(WidthCell.decode(best.encode())).isEqualTo(best);
  }
}
