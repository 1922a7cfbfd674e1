package dev.activations.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.Pipeline;
import dev.activations.RowOperation;
import dev.activations.Saved;
import dev.activations.Step;
import dev.activations.Tensor;
import dev.activations.cpu.CpuBackend;
import dev.activations.reference.ReferenceRows;
import dev.activations.reference.ReferenceValue;
import dev.activations.reference.RowGradient;
import dev.activations.reference.RowOracle;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Row operations against 20 digits from mpmath, in float32 and in float64. */
class RowReferenceTest {
  static List<ReferenceRows.Row> rows() {
    return ReferenceRows.all();
  }

  private static RowOperation operation(ReferenceRows.Row row) {
    return (RowOperation)
        Step.parse(
            row.temperature() == 1
                ? row.operation()
                : row.operation() + ":temperature=" + row.temperature());
  }

  @Test
  void everyOperationHasRows() {
    for (RowOperation.Kind kind : RowOperation.Kind.values()) {
      assertThat(rows()).anyMatch(row -> operation(row).kind() == kind);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void forward(ReferenceRows.Row row) {
    RowOperation f = operation(row);
    double[] x = row.x().stream().mapToDouble(Double::doubleValue).toArray();
    double[] y = new double[f.outputColumns(x.length)];
    float[] narrow = floats(row.x());
    try (CpuBackend cpu = CpuBackend.open();
        Tensor input = cpu.allocate(1, x.length, narrow);
        Tensor output = cpu.allocate(1, y.length)) {
      cpu.run(Pipeline.of(f), 1, x.length, x, y);
      cpu.forward(f, input, output);
      float[] single = output.toArray();
      double[] terms = RowOracle.forwardTerms(f, x, RowOracle.forward(f, x));
      for (int i = 0; i < y.length; i++) {
        ReferenceValue expected = ReferenceValue.of(row.y().get(i));
        // log_softmax and logsumexp may cross zero, where only an absolute error is promised.
        double floor = f.kind() == RowOperation.Kind.LOGSUMEXP ? 4e-16 * Math.abs(x[0]) : 0;
        check(f, x, i, expected, y[i], expected.errorInUlps(y[i]), 8, floor);
        double error = expected.errorInUlps(single[i]);
        double cancelled =
            f.kind() == RowOperation.Kind.LOGSUMEXP ? condition(cpu, f) * terms[i] : 0;
        check(f, x, i, expected, single[i], error, cpu.bound(f.forward()).ulps(), cancelled);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void backward(ReferenceRows.Row row) {
    RowOperation f = operation(row);
    boolean fromInput = f.saved() == Saved.INPUT;
    float[] x = floats(row.x());
    float[] dy = floats(row.dy());
    try (CpuBackend cpu = CpuBackend.open();
        Tensor saved = cpu.allocate(1, x.length, x);
        Tensor gradient = cpu.allocate(1, dy.length, dy);
        Tensor dx = cpu.allocate(1, x.length)) {
      if (!fromInput) {
        cpu.forward(f, saved, saved);
      }
      cpu.backward(f, saved, gradient, dx);
      float[] single = dx.toArray();
      RowGradient exact = RowGradient.of(f, doubles(saved.toArray()), doubles(dy));
      for (int i = 0; i < single.length; i++) {
        ReferenceValue expected = ReferenceValue.of(row.dx().get(i));
        // From the output: y was rounded to float32, which the exact dx does not know.
        double rounding = fromInput ? 0 : floor(row, i) / row.temperature();
        check(
            f,
            row.x().stream().mapToDouble(Double::doubleValue).toArray(),
            i,
            expected,
            single[i],
            expected.errorInUlps(single[i]),
            cpu.bound(f.forward()).ulps(),
            rounding + condition(cpu, f) * exact.terms(i));
      }
    }
  }

  /** What half an ulp of y does to dx, for the largest gradient of the row. */
  private static double floor(ReferenceRows.Row row, int column) {
    double largest = row.dy().stream().mapToDouble(Math::abs).max().orElse(0);
    double sum = row.dy().stream().mapToDouble(Math::abs).sum();
    double y = Math.abs(row.y().get(column).doubleValue());
    if (row.operation().equals("log_softmax")) {
      return Math.exp(-Math.min(y, 700)) * Math.max(y, 1e-30) * 0x1p-24 * sum + 0x1p-149;
    }
    return Math.max(y, Float.MIN_NORMAL) * largest * 0x1p-22 + 0x1p-149;
  }

  private static void check(
      RowOperation f,
      double[] x,
      int i,
      ReferenceValue expected,
      double actual,
      double error,
      double bound,
      double floor) {
    boolean close =
        error <= bound
            || expected.bigDecimalValue().subtract(new BigDecimal(actual)).abs().doubleValue()
                <= floor;
    assertThat(close)
        .as(
            "%s of a row of %d, element %d, x = %s: expected %s, found %s, %s ULP",
            f, x.length, i, x[i], expected, actual, error)
        .isTrue();
  }

  private static double condition(CpuBackend cpu, RowOperation f) {
    return cpu.bound(f.forward()).condition() * 0x1p-24;
  }

  private static double[] doubles(float[] values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = values[i];
    }
    return wide;
  }

  private static float[] floats(List<Double> values) {
    float[] narrow = new float[values.size()];
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = values.get(i).floatValue();
    }
    return narrow;
  }
}
