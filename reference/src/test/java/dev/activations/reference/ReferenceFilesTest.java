package dev.activations.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReferenceFilesTest {
  @Test
  void readsATable() {
    List<ReferenceTable.Line> lines = ReferenceTable.read(getClass(), "small_table.csv");
    assertThat(lines).hasSize(3);
    assertThat(lines)
        .allSatisfy(line -> assertThat(line.parameters()).isEqualTo(Map.of("alpha", 0.3)));
    ReferenceFunction elu =
        ReferenceFunction.of("x if x > 0 else alpha * expm1(x)", lines.get(0).parameters());
    assertThat(lines)
        .allSatisfy(
            line -> assertThat(elu.at(line.x()).hi()).isEqualTo(line.value().doubleValue()));
  }

  @Test
  void readsRows() {
    List<ReferenceRows.Row> rows = ReferenceRows.read(getClass(), "small_rows.csv");
    assertThat(rows)
        .extracting(ReferenceRows.Row::operation)
        .containsExactly(
            "softmax",
            "log_softmax",
            "softmin",
            "logsumexp",
            "softmax",
            "log_softmax",
            "softmin",
            "logsumexp");
    ReferenceRows.Row softmax = rows.get(0);
    assertThat(softmax.x()).hasSize(2);
    BigDecimal sum = softmax.y().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum.subtract(BigDecimal.ONE).abs()).isLessThan(new BigDecimal("1e-19"));
    assertThat(softmax.dx()).hasSize(2);
    assertThat(rows.get(3).dy()).hasSize(1);
    assertThat(rows.get(3).y()).hasSize(1);
    assertThat(rows.get(3).dx()).hasSize(2);
  }

  @Test
  void refusesWhatIsMissingOrMalformed() {
    assertThatThrownBy(() -> ReferenceTable.read(getClass(), "no_such_function.csv"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no_such_function.csv");
    assertThatThrownBy(() -> ReferenceTable.read(getClass(), "small_rows.csv"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("small_rows.csv");
    assertThatThrownBy(() -> ReferenceRows.read(getClass(), "small_table.csv"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("small_table.csv");
  }
}
