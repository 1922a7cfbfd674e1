package dev.activations.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-x**2 | -9",
        "2 * x**-1 * 3 | 2",
        "x - 1 - 1 | 1",
        "12 / x / 2 | 2",
        "--x | 3",
        "1 if x < 3 else 2 if x <= 3 else 4 | 2",
        "(1 if x > 2 else 2) * 5 | 5",
        "1 if 0 < x < 6 else 0 | 1",
        "1 if 0 < x < 3 else 0 | 0",
        "1 if 4 > x >= 3 else 0 | 1",
        "min(x, 1) + max(x, 4) + abs(-x) | 8",
        "1e1 + .5 + 1. | 11.5",
        "x**0 | 1",
      })
  void readsWhatPythonWould(String formula, double expected) {
    assertThat(ReferenceFunction.of(formula, Map.of()).at(3).bigDecimalValue())
        .isEqualByComparingTo(new BigDecimal(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x + | 3",
        "x ? 2 | 2",
        "(x | 2",
        "x y | 2",
        "sinh(x) | 0",
        "1 + min(x) | 4",
        "x**1.5 | 3",
        "x if x else 1 | 7",
        "x if x > 1 | 10",
        "x**y | 3",
        "if | 0",
      })
  void saysWhereTheTextIsWrong(String formula, int position) {
    FormulaSyntaxException thrown =
        catchThrowableOfType(FormulaSyntaxException.class, () -> Formula.parse(formula));
    assertThat(thrown.position()).isEqualTo(position);
    assertThat(thrown).hasMessageContaining("at position " + position + " of: " + formula);
  }

  @Test
  void refusesANameThatIsNoParameter() {
    assertThatThrownBy(() -> ReferenceFunction.of("alpha * x", Map.of("beta", 1.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("alpha")
        .hasMessageContaining("beta");
  }
}
