package dev.activations.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.RowOperation;
import dev.activations.Step;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The textbook against 20 digits from mpmath: its own error is what it says. */
class RowOracleTest {
  static List<ReferenceRows.Row> rows() {
    return ReferenceRows.all();
  }

  private static RowOperation operation(ReferenceRows.Row row) {
    String temperature = row.temperature() == 1 ? "" : ":temperature=" + row.temperature();
    return (RowOperation) Step.parse(row.operation() + temperature);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void forward(ReferenceRows.Row row) {
    RowOperation f = operation(row);
    double[] x = doubles(row.x());
    double[] y = RowOracle.forward(f, x);
    assertClose(f, x, y, row.y(), RowOracle.forwardTerms(f, x, y));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void backward(ReferenceRows.Row row) {
    RowOperation f = operation(row);
    double[] x = doubles(row.x());
    double[] saved =
        f.kind() == RowOperation.Kind.LOGSUMEXP
            ? x
            : row.y().stream().mapToDouble(BigDecimal::doubleValue).toArray();
    double[] dy = doubles(row.dy());
    RowGradient gradient = RowGradient.of(f, saved, dy);
    double[] dx = new double[x.length];
    double[] terms = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      dx[i] = gradient.at(i);
      terms[i] = gradient.terms(i);
    }
    assertClose(f, x, dx, row.dx(), terms);
  }

  @Test
  void termsAreWhatIsAdded() {
    double[] row = {-3, -5};
    double[] y = RowOracle.forward(RowOperation.LOGSUMEXP, row);
    assertThat(RowOracle.forwardTerms(RowOperation.LOGSUMEXP, row, y)[0]).isEqualTo(3 + (y[0] + 3));
    double[] infinite = {Double.NEGATIVE_INFINITY, 0};
    double[] logarithms = RowOracle.forward(RowOperation.LOG_SOFTMAX, infinite);
    assertThat(logarithms).containsExactly(Double.NEGATIVE_INFINITY, 0);
    assertThat(RowOracle.forwardTerms(RowOperation.LOG_SOFTMAX, infinite, logarithms))
        .as("an infinity is not next to anything")
        .containsOnly(0);
  }

  private static void assertClose(
      RowOperation f, double[] x, double[] actual, List<BigDecimal> expected, double[] terms) {
    assertThat(actual).hasSize(expected.size());
    for (int i = 0; i < actual.length; i++) {
      BigDecimal error = expected.get(i).subtract(new BigDecimal(actual[i])).abs();
      assertThat(error.doubleValue())
          .as("%s of a row of %d, element %d: %s", f, x.length, i, actual[i])
          .isLessThanOrEqualTo(RowOracle.error(x.length) * terms[i] + 4 * Double.MIN_VALUE);
    }
  }

  private static double[] doubles(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
