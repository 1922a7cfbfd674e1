package dev.activations.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.RowOperation;
import dev.activations.RowOperation.Kind;
import dev.activations.Step;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The oracle of float64 against 20 digits from mpmath, and its measure. */
class DoubleRowGradientTest {
  static List<ReferenceRows.Row> rows() {
    return ReferenceRows.all();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void agreesWithMpmath(ReferenceRows.Row row) {
    String temperature = row.temperature() == 1 ? "" : ":temperature=" + row.temperature();
    RowOperation f = (RowOperation) Step.parse(row.operation() + temperature);
    boolean fromInput = f.kind() == Kind.LOGSUMEXP;
    double[] saved =
        fromInput
            ? row.x().stream().mapToDouble(Double::doubleValue).toArray()
            : row.y().stream().mapToDouble(BigDecimal::doubleValue).toArray();
    double[] dy = row.dy().stream().mapToDouble(Double::doubleValue).toArray();
    DoubleRowGradient gradient = DoubleRowGradient.of(f, saved, dy);
    double largest = 1;
    for (double y : saved) {
      largest = Double.isInfinite(y) ? largest : Math.max(largest, Math.abs(y));
    }
    // The forward's output is rounded to double: e^y has as many units of error as y is large.
    double units = fromInput ? 1 : 4 * largest;
    for (int i = 0; i < saved.length; i++) {
      if (Math.abs(saved[i]) < Double.MIN_NORMAL) {
        continue; // a subnormal y has lost the digits that mpmath's has
      }
      assertThat(gradient.error(i, row.dx().get(i).doubleValue()))
          .as("%s, element %d", f, i)
          .isLessThanOrEqualTo(units);
    }
  }

  @Test
  void aDominatingClassKeepsItsDigits() {
    double[] logarithms = {-2.0611536203e-9, -20.000000002};
    DoubleRowGradient gradient =
        DoubleRowGradient.of(RowOperation.LOG_SOFTMAX, logarithms, new double[] {1, 0});
    double right = -Math.expm1(logarithms[0]);
    assertThat(gradient.error(0, right)).isLessThan(2);
    assertThat(gradient.error(0, right * (1 + 0x1p-48))).isGreaterThan(16);
    assertThat(gradient.error(0, 0)).isGreaterThan(0x1p52);
  }

  @Test
  void nothingIsAcceptedBesideZero() {
    DoubleRowGradient gradient =
        DoubleRowGradient.of(RowOperation.SOFTMAX, new double[] {0.5, 0.5}, new double[] {0, 0});
    assertThat(gradient.error(0, 0)).isZero();
    assertThat(gradient.error(0, 1)).isInfinite();
    assertThat(gradient.mayOverflow(0, 8)).isFalse();
  }

  @Test
  void whatIsBeyondTheRangeMayBeInfinite() {
    double[] dy = {Double.MAX_VALUE, -Double.MAX_VALUE};
    DoubleRowGradient gradient =
        DoubleRowGradient.of(RowOperation.LOG_SOFTMAX, new double[] {-40, -4e-18}, dy);
    assertThat(gradient.mayOverflow(0, 8)).isTrue();
    DoubleRowGradient half =
        DoubleRowGradient.of(RowOperation.SOFTMAX, new double[] {0.5, 0.5}, dy);
    assertThat(half.mayOverflow(0, 8)).isFalse();
  }
}
