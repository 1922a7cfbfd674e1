package dev.activations.measuring.accuracy;

import dev.activations.Backend;
import dev.activations.RowOperation;
import dev.activations.RowOperation.Kind;
import dev.activations.Tensor;
import dev.activations.measuring.OneLine;
import dev.activations.measuring.findings.Bound;
import dev.activations.measuring.findings.Machine;
import dev.activations.measuring.findings.Result;
import dev.activations.measuring.findings.Verdict;
import dev.activations.reference.RowGradient;
import dev.activations.reference.RowOracle;
import java.util.Arrays;

/** Verifies row operations on {@link RowDraws} against the textbook in double. */
final class RowCheck {
  private final Backend backend;
  private final Machine machine;
  private final long seed;

  RowCheck(Backend backend, long seed) {
    this.backend = backend;
    this.machine = Machine.here(backend);
    this.seed = seed;
  }

  Result forward(RowOperation f) {
    RowComparison comparison = RowComparison.ofForward(f, backend.rowBound(f));
    RowDraws.Use use =
        (place, columns, x, dy) -> {
          comparison.tally().in(place.text(), place.isModerate());
          float[] y = forward(f, columns, x);
          int width = f.outputColumns(columns);
          for (int row = 0; row * columns < x.length; row++) {
            double[] input = wide(row(x, row, columns));
            double[] expected = RowOracle.forward(f, input);
            double[] terms = RowOracle.forwardTerms(f, input, expected);
            comparison.compare(input, expected, row(y, row, width), terms);
          }
        };
    return verify(f, "forward", comparison, use);
  }

  Result backward(RowOperation f) {
    RowComparison comparison = RowComparison.ofBackward(f, backend.rowBound(f));
    RowDraws.Use use =
        (place, columns, x, dy) -> {
          comparison.tally().in(place.text(), place.isModerate());
          float[] saved = f.kind() == Kind.LOGSUMEXP ? x : forward(f, columns, x);
          int width = f.outputColumns(columns);
          float[] dx = backward(f, columns, saved, dy);
          for (int row = 0; row * columns < x.length; row++) {
            float[] left = row(saved, row, columns);
            float[] gradient = row(dy, row, width);
            RowGradient exact = RowGradient.of(f, wide(left), wide(gradient));
            float[] input = row(x, row, columns);
            comparison.compare(input, left, gradient, exact, row(dx, row, columns));
          }
        };
    return verify(f, "backward", comparison, use);
  }

  private Result verify(
      RowOperation f, String direction, RowComparison comparison, RowDraws.Use use) {
    long start = System.nanoTime();
    Tally tally = comparison.tally();
    String failure = null;
    try {
      new RowDraws(f, seed).each(use);
    } catch (RuntimeException | LinkageError thrown) {
      failure = OneLine.of(thrown);
    }
    return new Result(
        f.toString(),
        direction,
        failure == null && tally.isGood() ? Verdict.OK : Verdict.FAILED,
        failure,
        "rows",
        seed,
        tally.inputs(),
        Bound.of(backend.rowBound(f)),
        comparison.errors(),
        tally.wrong(),
        (System.nanoTime() - start) / 1e9,
        machine);
  }

  private float[] forward(RowOperation f, int columns, float... x) {
    int rows = x.length / columns;
    try (Tensor input = backend.allocate(rows, columns, x);
        Tensor output = backend.allocate(rows, f.outputColumns(columns))) {
      backend.forward(f, input, output);
      return output.toArray();
    }
  }

  private float[] backward(RowOperation f, int columns, float[] saved, float... dy) {
    int rows = saved.length / columns;
    try (Tensor output = backend.allocate(rows, columns, saved);
        Tensor gradient = backend.allocate(rows, f.outputColumns(columns), dy);
        Tensor result = backend.allocate(rows, columns)) {
      backend.backward(f, output, gradient, result);
      return result.toArray();
    }
  }

  private static float[] row(float[] values, int row, int columns) {
    return Arrays.copyOfRange(values, row * columns, (row + 1) * columns);
  }

  private static double[] wide(float... values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }
}
