package dev.activations.measuring.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CellTest {
  @Test
  void everyCellCrossesAPipeAsItsText() throws IOException {
    JsonMapper mapper = new JsonMapper();
    for (Work work : Work.all()) {
      Cell cell = new Cell(work, new Shape(16, 1024));
      assertThat(Cell.parse(cell.toString())).isEqualTo(cell);
      String json = mapper.writeValueAsString(cell);
      assertThat(json).isEqualTo("\"" + work + " 16x1024\"");
      assertThat(mapper.readValue(json, Cell.class)).isEqualTo(cell);
    }
  }

  @Test
  void operandsFollowFromTheWork() {
    Cell forward = Cell.parse("logsumexp 3x5");
    assertThat(forward.outputColumns()).isEqualTo(1);
    assertThat(forward.gradientElements()).isZero();
    Cell backward = Cell.parse("logsumexp/backward 3x5");
    assertThat(backward.outputColumns()).isEqualTo(5);
    assertThat(backward.gradientElements()).isEqualTo(3);
    assertThat(Cell.parse("silu/backward 3x5").gradientElements()).isEqualTo(15);
    assertThat(Cell.parse("silu/derivative 3x5").outputColumns()).isEqualTo(5);
  }

  @Test
  void whatIsNoCellIsRefused() {
    assertThatThrownBy(() -> Cell.parse("silu"))
        .hasMessage("a cell is a work and a shape, such as silu/backward 16x1024; found 'silu'");
    assertThatThrownBy(() -> Cell.parse("silu 16")).hasMessageContaining("found '16'");
    assertThatThrownBy(() -> Cell.parse("sillu 1x1")).hasMessageContaining("silu");
  }
}
