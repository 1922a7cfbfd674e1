package dev.activations.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.Backend;
import dev.activations.RowOperation;
import dev.activations.Tensor;
import dev.activations.reference.Normal;
import dev.activations.reference.RowOracle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;

/** Every row operation, forward and backward, over shapes and rows that break naive forms. */
final class RowCases {
  static final List<RowOperation> OPERATIONS =
      Arrays.asList(
          RowOperation.SOFTMAX,
          RowOperation.softmax(0.3),
          RowOperation.LOG_SOFTMAX,
          RowOperation.logSoftmax(7),
          RowOperation.SOFTMIN,
          RowOperation.softmin(2.5),
          RowOperation.LOGSUMEXP);

  private static final int[][] SHAPES = {
    {0, 5},
    {5, 0},
    {1, 1},
    {3, 1},
    {70, 2},
    {5, 17},
    {2, 32},
    {1, 33},
    {1, 127},
    {1, 128},
    {2, 129},
    {1, 255},
    {2, 256},
    {1, 257},
    {2, 4099},
    {1, 100_003}
  };

  /** Of these one has a part of a work-group, one several parts, and two are short rows. */
  private static final int[][] FEW_SHAPES = {{3, 1}, {70, 2}, {1, 33}, {1, 257}};

  private static final float INFINITY = Float.POSITIVE_INFINITY;
  private static final float NAN = Float.NaN;

  private final BackendContract contract;

  RowCases(BackendContract contract) {
    this.contract = contract;
  }

  Stream<DynamicNode> all() {
    return OPERATIONS.stream()
        .map(
            f -> {
              List<DynamicNode> tests = new ArrayList<>();
              for (RowKind kind : RowKind.values()) {
                tests.add(
                    contract.test(
                        f + " forward, in place as well, rows " + kind, b -> forward(b, f, kind)));
                tests.add(
                    contract.test(
                        f + " backward, in place as well, rows " + kind,
                        b -> backward(b, f, kind)));
              }
              tests.add(
                  contract.test(
                      f + ": a bad row is NaN and leaves the others alone", b -> badRows(b, f)));
              return DynamicContainer.dynamicContainer(f.toString(), tests);
            });
  }

  /** Where a row takes long, the sizes around a work-group are tried with one kind of rows. */
  private int[][] shapes(RowKind kind) {
    return kind == RowKind.GAUSSIAN || contract.share() == 1 ? SHAPES : FEW_SHAPES;
  }

  /** What is right out of place is right in place when it has the same bits. */
  private void forward(Backend backend, RowOperation f, RowKind kind) {
    for (int[] shape : shapes(kind)) {
      int rows = shape[0] == 0 ? 0 : contract.rows(shape[0]);
      int columns = shape[1];
      int width = f.outputColumns(columns);
      float[] x = kind.rows(rows, columns);
      try (Tensor input = backend.allocate(rows, columns, x);
          Tensor output = backend.allocate(rows, width)) {
        backend.forward(f, input, output);
        float[] y = output.toArray();
        Check check = check(backend, f, "forward", rows, columns);
        for (int row = 0; row < rows; row++) {
          double[] inputs = row(x, row, columns);
          double[] expected = RowOracle.forward(f, inputs);
          double[] terms = RowOracle.forwardTerms(f, inputs, expected);
          boolean cancels = f.kind() == RowOperation.Kind.LOGSUMEXP;
          double relative = RowOracle.error(columns) + (cancels ? condition(backend, f) : 0);
          for (int i = 0; i < width; i++) {
            check.element(
                row * width + i,
                columns == 0 ? 0 : x[row * columns + i],
                expected[i],
                y[row * width + i],
                relative * terms[i]);
          }
        }
        if (width == columns) {
          backend.forward(f, input, input);
          assertThat(input.toArray()).as("y over x").isEqualTo(y);
        }
      }
    }
  }

  private void backward(Backend backend, RowOperation f, RowKind kind) {
    for (int[] shape : shapes(kind)) {
      int rows = shape[0] == 0 ? 0 : contract.rows(shape[0]);
      int columns = shape[1];
      int width = f.outputColumns(columns);
      float[] saved = kind.rows(rows, columns);
      if (f.kind() != RowOperation.Kind.LOGSUMEXP) {
        try (Tensor x = backend.allocate(rows, columns, saved)) {
          backend.forward(f, x, x);
          saved = x.toArray();
        }
      }
      float[] dy = RowKind.GAUSSIAN.rows(rows, width);
      try (Tensor output = backend.allocate(rows, columns, saved);
          Tensor gradient = backend.allocate(rows, width, dy);
          Tensor result = backend.allocate(rows, columns)) {
        backend.backward(f, output, gradient, result);
        float[] dx = result.toArray();
        new RowGradientCheck(backend, f, contract.rerun()).rows(columns, saved, dy, dx);
        backend.backward(f, output, gradient, output);
        assertThat(output.toArray()).as("dx over what was saved").isEqualTo(dx);
        if (width == columns) {
          output.copyFrom(saved);
          backend.backward(f, output, gradient, gradient);
          assertThat(gradient.toArray()).as("dx over dy").isEqualTo(dx);
        }
      }
    }
  }

  private static void badRows(Backend backend, RowOperation f) {
    float[][] bad = {
      {NAN, 1, 2},
      {1, 2, NAN},
      {-INFINITY, NAN, -INFINITY},
      {-INFINITY, -INFINITY, -INFINITY},
      {1, INFINITY, 2}
    };
    float[] good = {1, 2, 3};
    boolean sumsUp = f.kind() == RowOperation.Kind.LOGSUMEXP;
    int width = f.outputColumns(3);
    for (float[] row : bad) {
      float[] both = {good[0], good[1], good[2], row[0], row[1], row[2], good[0], good[1], good[2]};
      try (Tensor x = backend.allocate(3, 3, both);
          Tensor y = backend.allocate(3, width)) {
        backend.forward(f, x, y);
        float[] result = y.toArray();
        float expected = NAN;
        if (sumsUp && !Float.isNaN(row[0] + row[1] + row[2])) {
          expected = row[1];
        }
        if (f.kind() == RowOperation.Kind.SOFTMIN && row[1] == INFINITY) {
          // +infinity is nothing to softmin: the other two share the row.
          assertThat(result[width + 1]).isZero();
        } else {
          for (int i = 0; i < width; i++) {
            assertThat(Float.compare(result[width + i], expected)).isZero();
          }
        }
        assertThat(Arrays.copyOfRange(result, 2 * width, 3 * width))
            .containsExactly(Arrays.copyOf(result, width))
            .doesNotContain(NAN);
      }
    }
  }

  /** The accepted error where terms cancel, in proportion to the sum of their magnitudes. */
  private static double condition(Backend backend, RowOperation f) {
    return backend.rowBound(f).condition() * 0x1p-24;
  }

  private Check check(Backend backend, RowOperation f, String direction, int rows, int columns) {
    return new Check(
        backend.name() + ": " + f + " " + direction,
        rows + "x" + columns,
        backend.rowBound(f).ulps(),
        contract.rerun());
  }

  private static double[] row(float[] values, int row, int columns) {
    double[] copy = new double[columns];
    for (int i = 0; i < columns; i++) {
      copy[i] = values[row * columns + i];
    }
    return copy;
  }

  /** What rows are like. */
  enum RowKind {
    GAUSSIAN,
    ALL_NEGATIVE,
    PAST_EXP_OVERFLOW,
    EQUAL,
    WITH_MINUS_INFINITY,
    DOMINATED_BY_ONE;

    float[] rows(int rows, int columns) {
      SplittableRandom random = new SplittableRandom(name().hashCode() * 1000L + columns);
      float[] x = new float[rows * columns];
      for (int i = 0; i < x.length; i++) {
        float normal = (float) Normal.next(random);
        int column = i % columns;
        switch (this) {
          case GAUSSIAN:
            x[i] = 2 * normal;
            break;
          case ALL_NEGATIVE:
            x[i] = -1000 + normal;
            break;
          case PAST_EXP_OVERFLOW:
            x[i] = column == 0 ? 3e38f : 1000 * normal;
            break;
          case EQUAL:
            x[i] = 0.3f;
            break;
          case WITH_MINUS_INFINITY:
            x[i] = column % 3 == 1 ? Float.NEGATIVE_INFINITY : normal;
            break;
          case DOMINATED_BY_ONE:
            x[i] = column == columns / 2 ? 25 : normal;
            break;
        }
      }
      return x;
    }
  }
}
