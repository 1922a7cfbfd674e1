package dev.activations.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.RowOperation;
import dev.activations.RowOperation.Kind;
import dev.activations.Saved;
import dev.activations.reference.DoubleMagnitudes;
import dev.activations.reference.DoubleRowGradient;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;

/** float64, forward and backward, on any backend, for numbers of all magnitudes. */
final class DoubleCases {
  private static final int ROWS = 120;
  private static final int[] COLUMNS = {1, 2, 3, 7};

  /** In units of 2^-53 of the sum of the magnitudes that make a gradient. */
  private static final double BOUND = 8;

  private static final RowOperation[] OPERATIONS = {
    RowOperation.SOFTMAX,
    RowOperation.softmax(0.3),
    RowOperation.softmax(1e-300),
    RowOperation.softmax(1e300),
    RowOperation.softmin(2.5),
    RowOperation.LOG_SOFTMAX,
    RowOperation.logSoftmax(Double.MIN_VALUE),
    RowOperation.logSoftmax(7),
    RowOperation.LOGSUMEXP
  };

  private final BackendContract contract;

  DoubleCases(BackendContract contract) {
    this.contract = contract;
  }

  Stream<DynamicNode> all() {
    Stream<DynamicNode> functions =
        Functions.all().stream()
            .map(f -> contract.test("float64: " + f, backend -> elementwise(backend, f)));
    Stream<DynamicNode> rows =
        Arrays.stream(OPERATIONS)
            .map(f -> contract.test("float64: the backward of " + f, b -> gradients(b, f)));
    Stream<DynamicNode> edges =
        Stream.of(
            contract.test("float64: a bad gradient makes its row NaN", DoubleCases::badGradients),
            contract.test("float64: wrong calls are refused", DoubleCases::misuse),
            contract.test("float64: a closed backend is refused", DoubleCases::closed));
    return Stream.concat(functions, Stream.concat(rows, edges));
  }

  /** The definition, and its product with dy. */
  private static void elementwise(Backend backend, Activation f) {
    DoubleMagnitudes magnitudes = new DoubleMagnitudes(f.hashCode());
    int columns = 250;
    double[] x = magnitudes.finite(4 * columns);
    x[0] = Double.NaN;
    x[1] = Double.NEGATIVE_INFINITY;
    x[2] = Double.POSITIVE_INFINITY;
    for (int i = 3; i < x.length / 2; i++) {
      x[i] = 8 * magnitudes.gaussian();
    }
    double[] dy = magnitudes.finite(x.length);
    dy[7] = Double.POSITIVE_INFINITY;
    dy[8] = Double.NaN;
    double[] y = new double[x.length];
    double[] slope = new double[x.length];
    double[] dx = new double[x.length];
    backend.forward(f, 4, columns, x, y);
    backend.derivative(f, 4, columns, x, slope);
    backend.backward(f, 4, columns, x, dy, dx);
    for (int i = 0; i < x.length; i++) {
      same(y[i], f.value(x[i]), f + " at " + x[i]);
      same(slope[i], f.derivative(x[i]), "the derivative of " + f + " at " + x[i]);
      same(dx[i], dy[i] * slope[i], "the backward of " + f + " at " + x[i] + ", dy " + dy[i]);
    }
    double[] overGradient = dy.clone();
    backend.backward(f, 4, columns, x, overGradient, overGradient);
    assertThat(overGradient).isEqualTo(dx);
    double[] overInput = x.clone();
    backend.backward(f, 4, columns, overInput, dy, overInput);
    assertThat(overInput).isEqualTo(dx);
    backend.forward(f, 4, columns, x, x);
    assertThat(x).isEqualTo(y);
  }

  private static void same(double actual, double expected, String what) {
    assertThat(Double.valueOf(actual)).as(what).isEqualTo(Double.valueOf(expected));
  }

  private void gradients(Backend backend, RowOperation f) {
    DoubleMagnitudes magnitudes = new DoubleMagnitudes(7);
    int rows = contract.rows(ROWS);
    for (int columns : COLUMNS) {
      int width = f.outputColumns(columns);
      double[] saved = new double[rows * columns];
      double[] dy = new double[rows * width];
      for (int row = 0; row < rows; row++) {
        double[] logits = magnitudes.logits(f.temperature(), columns);
        System.arraycopy(logits, 0, saved, row * columns, columns);
        System.arraycopy(magnitudes.row(width), 0, dy, row * width, width);
      }
      if (f.saved() == Saved.OUTPUT) {
        backend.forward(f, rows, columns, saved, saved);
        replaceBroken(saved, f, columns);
      }
      double[] dx = new double[saved.length];
      backend.backward(f, rows, columns, saved, dy, dx);
      for (int row = 0; row < rows; row++) {
        check(f, part(saved, row, columns), part(dy, row, width), part(dx, row, columns));
      }
      double[] over = saved.clone();
      backend.backward(f, rows, columns, over, dy, over);
      assertThat(over).as("dx over what was saved").isEqualTo(dx);
      if (width == columns) {
        backend.backward(f, rows, columns, saved, dy, dy);
        assertThat(dy).as("dx over dy").isEqualTo(dx);
      }
    }
  }

  /** Log probabilities below the range of double are no input of a backward. */
  private static void replaceBroken(double[] y, RowOperation f, int columns) {
    for (int i = 0; i < y.length; i++) {
      if (Double.isNaN(y[i]) || Double.isInfinite(y[i])) {
        y[i] = f.kind() == Kind.LOG_SOFTMAX ? -Math.log(columns) : 1.0 / columns;
      }
    }
  }

  private static void check(RowOperation f, double[] saved, double[] dy, double[] dx) {
    DoubleRowGradient expected = DoubleRowGradient.of(f, saved, dy);
    for (int i = 0; i < dx.length; i++) {
      if (Double.isInfinite(dx[i]) && expected.mayOverflow(i, BOUND)) {
        continue;
      }
      assertThat(dx[i]).as(() -> words(f, saved, dy)).isFinite();
      assertThat(expected.error(i, dx[i])).as(() -> words(f, saved, dy)).isLessThan(BOUND);
    }
  }

  private static String words(RowOperation f, double[] saved, double[] dy) {
    return f + " saved " + Arrays.toString(saved) + " dy " + Arrays.toString(dy);
  }

  private static double[] part(double[] values, int row, int columns) {
    return Arrays.copyOfRange(values, row * columns, (row + 1) * columns);
  }

  private static void badGradients(Backend backend) {
    for (RowOperation f : OPERATIONS) {
      int width = f.outputColumns(3);
      for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
        double[] x = {1, 2, 3, 1, 2, 3, 1, 2, 3};
        double[] dy = new double[3 * width];
        Arrays.fill(dy, 1);
        if (f.saved() == Saved.OUTPUT) {
          backend.forward(RowOperation.SOFTMAX, 3, 3, x, x);
          dy[2] = 5;
          dy[8] = 5;
        }
        dy[width] = bad;
        backend.backward(f, 3, 3, x, dy, x);
        double[] middle = part(x, 1, 3);
        if (f.kind() == Kind.LOGSUMEXP) {
          assertThat(middle).containsExactly(bad, bad, bad);
        } else {
          assertThat(middle).containsExactly(Double.NaN, Double.NaN, Double.NaN);
        }
        assertThat(part(x, 0, 3)).as("%s", f).isEqualTo(part(x, 2, 3)).doesNotContain(Double.NaN);
      }
    }
  }

  private static void misuse(Backend backend) {
    double[] six = new double[6];
    double[] five = new double[5];
    assertThatThrownBy(() -> backend.backward(Activation.RELU, 2, 3, six, five, six))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dy has 5")
        .hasMessageContaining("2 x 3");
    assertThatThrownBy(() -> backend.backward(RowOperation.SOFTMAX, 2, 3, six, six, five))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dx has 5");
    assertThatThrownBy(() -> backend.backward(RowOperation.LOGSUMEXP, 2, 3, six, six, six))
        .as("a gradient of 2 elements in the array of dx")
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dx")
        .hasMessageContaining("dy");
    assertThatThrownBy(() -> backend.forward(RowOperation.LOGSUMEXP, 2, 3, six, six))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("elements 0 to 5");
    assertThatThrownBy(() -> backend.forward(Activation.RELU, -1, 3, six, six))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1 x 3");
    double[] longer = {-1, -1, 4, 9};
    backend.forward(Activation.RELU, 1, 3, longer, longer);
    assertThat(longer).containsExactly(0, 0, 4, 9);
  }

  private static void closed(Backend backend) {
    double[] x = {1};
    backend.close();
    assertThatThrownBy(() -> backend.forward(Activation.RELU, 1, 1, x, x))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> backend.backward(Activation.RELU, 1, 1, x, x, x))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> backend.backward(RowOperation.SOFTMAX, 1, 1, x, x, x))
        .isInstanceOf(IllegalStateException.class);
  }
}
