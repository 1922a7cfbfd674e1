package dev.activations.cli.verify;

import dev.activations.Backend;
import dev.activations.RowOperation;
import dev.activations.Tensor;
import dev.activations.catalogue.Numbers;
import dev.activations.cli.terminal.OneLine;
import dev.activations.cli.verify.report.Bound;
import dev.activations.cli.verify.report.Machine;
import dev.activations.cli.verify.report.Result;
import dev.activations.cli.verify.report.Verdict;
import dev.activations.reference.RowGradient;
import dev.activations.reference.RowOracle;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Verifies row operations on rows of normal deviates, the same in each run, against the textbook in
 * double.
 */
final class RowCheck {
  private static final int[] COLUMNS = {10, 1000, 50_257};
  private static final double[] DEVIATIONS = {1, 4, 20};

  /** So many elements make a shape, or one row that is longer. */
  private static final int ELEMENTS = 10_000;

  private final Backend backend;
  private final Machine machine;

  RowCheck(Backend backend) {
    this.backend = backend;
    this.machine = Machine.here(backend);
  }

  /** Runs a direction over rows of one shape. */
  private interface Shape {
    void run(int rows, int columns, double deviation);
  }

  Result forward(RowOperation f) {
    boolean cancels = f.kind() == RowOperation.Kind.LOGSUMEXP;
    RowComparison comparison = new RowComparison(backend.rowBound(f), cancels);
    Shape shape =
        (rows, columns, deviation) -> {
          float[] x = normal(rows * columns, deviation);
          float[] y = forward(f, rows, columns, x);
          int width = f.outputColumns(columns);
          for (int row = 0; row < rows; row++) {
            double[] input = wide(row(x, row, columns));
            double[] expected = RowOracle.forward(f, input);
            double[] terms = RowOracle.forwardTerms(f, input, expected);
            comparison.compare(input, expected, row(y, row, width), terms);
          }
        };
    return verify(f, "forward", comparison, shape);
  }

  Result backward(RowOperation f) {
    RowComparison comparison = new RowComparison(backend.rowBound(f), true);
    Shape shape =
        (rows, columns, deviation) -> {
          float[] x = normal(rows * columns, deviation);
          boolean fromInput = f.kind() == RowOperation.Kind.LOGSUMEXP;
          float[] saved = fromInput ? x : forward(f, rows, columns, x);
          int width = f.outputColumns(columns);
          float[] dy = normal(rows * width, 1);
          float[] dx = backward(f, rows, columns, saved, dy);
          for (int row = 0; row < rows; row++) {
            double[] left = wide(row(saved, row, columns));
            double[] gradient = wide(row(dy, row, width));
            comparison.compare(left, RowGradient.of(f, left, gradient), row(dx, row, columns));
          }
        };
    return verify(f, "backward", comparison, shape);
  }

  private Result verify(RowOperation f, String direction, RowComparison comparison, Shape shape) {
    long start = System.nanoTime();
    Tally tally = comparison.tally();
    String failure = null;
    try {
      for (int columns : COLUMNS) {
        for (double deviation : DEVIATIONS) {
          tally.in("row of " + columns + ", deviation " + Numbers.text(deviation));
          shape.run(Math.max(1, ELEMENTS / columns), columns, deviation);
        }
      }
    } catch (RuntimeException | LinkageError thrown) {
      failure = OneLine.of(thrown);
    }
    return new Result(
        f.toString(),
        direction,
        failure == null && tally.isGood() ? Verdict.OK : Verdict.FAILED,
        failure,
        "rows",
        tally.inputs(),
        Bound.of(backend.rowBound(f)),
        comparison.errors(direction.equals("backward")),
        tally.wrong(),
        (System.nanoTime() - start) / 1e9,
        machine);
  }

  private float[] forward(RowOperation f, int rows, int columns, float... x) {
    try (Tensor input = backend.allocate(rows, columns, x);
        Tensor output = backend.allocate(rows, f.outputColumns(columns))) {
      backend.forward(f, input, output);
      return output.toArray();
    }
  }

  private float[] backward(RowOperation f, int rows, int columns, float[] saved, float... dy) {
    try (Tensor output = backend.allocate(rows, columns, saved);
        Tensor gradient = backend.allocate(rows, f.outputColumns(columns), dy);
        Tensor result = backend.allocate(rows, columns)) {
      backend.backward(f, output, gradient, result);
      return result.toArray();
    }
  }

  /** Normal deviates by the Box-Muller method. */
  private static float[] normal(int count, double deviation) {
    SplittableRandom random = new SplittableRandom(count + Double.hashCode(deviation));
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
      values[i] = (float) (deviation * radius * Math.cos(2 * Math.PI * random.nextDouble()));
    }
    return values;
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
