package dev.activations.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.RowOperation;
import dev.activations.RowOperation.Kind;
import dev.activations.cpu.kernels.KernelLibrary;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rows whose sum float32 would round in one direction, many times, keep the bound of the catalogue:
 * small terms beside a larger one, wherever it is, of the same lane or of another, with the loops
 * of every library, along the rows and column by column.
 */
class RowSumsTest {
  private static final int[] COLUMNS = {2, 3, 10, 17, 31, 33, 64, 300, 1040, 1100, 4099};

  private static final RowKind[] KINDS = {
    RowKind.ONE_OF_20,
    RowKind.EQUAL_AFTER_ONE,
    RowKind.EQUAL_AROUND_ONE,
    RowKind.EQUAL_BEFORE_ONE,
    RowKind.TIES
  };

  /** Of each kind and number of columns. */
  private static final int ELEMENTS = Boolean.getBoolean("activations.thorough") ? 30_000 : 8000;

  private static final List<KernelLibrary> LIBRARIES =
      List.of(
          Libraries.choose("plain").plain(),
          Libraries.choose("portable").plain(),
          Libraries.choose("simd").simd());

  static Stream<RowOperation> operations() {
    return Stream.of(
        RowOperation.SOFTMAX,
        RowOperation.softmax(0.7),
        RowOperation.SOFTMIN,
        RowOperation.softmin(2.5),
        RowOperation.LOG_SOFTMAX,
        RowOperation.logSoftmax(0.7),
        RowOperation.LOGSUMEXP);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void keepTheirDigits(RowOperation f) {
    for (int columns : COLUMNS) {
      int rows = Math.max(8, ELEMENTS / columns);
      int width = f.outputColumns(columns);
      for (RowKind kind : KINDS) {
        String what = f + " of " + columns + " " + kind;
        float[] x = rows(f, kind, rows, columns);
        float[] y = new float[rows * width];
        new Float32Kernels().forward(f, new Memory(), x, 0, y, 0, rows, columns);
        for (int row = 0; row < rows; row++) {
          requireDigits(f, x, y, row, columns, what);
        }
        for (KernelLibrary library : LIBRARIES) {
          Samples.requireSame(oneByOne(f, library, x, rows, columns), y, what + " " + library);
          if (ShortRows.fits(f, false, rows, columns)) {
            float[] found = new float[y.length];
            new Memory().shortRows().forward(f, library, x, 0, found, 0, rows, columns);
            Samples.requireSame(found, y, what + " by columns " + library);
          }
        }
      }
    }
  }

  private static float[] rows(RowOperation f, RowKind kind, int rows, int columns) {
    float[] x = new float[rows * columns];
    float scale = (float) f.temperature() * (f.kind() == Kind.SOFTMIN ? -1 : 1);
    for (int row = 0; row < rows; row++) {
      kind.fill(x, row * columns, columns, row);
    }
    for (int i = 0; i < x.length; i++) {
      x[i] *= scale;
    }
    return x;
  }

  private static float[] oneByOne(
      RowOperation f, KernelLibrary library, float[] x, int rows, int columns) {
    int width = f.outputColumns(columns);
    float[] y = new float[rows * width];
    OneRow one = new Memory().row();
    one.set(f, library, columns);
    for (int row = 0; row < rows; row++) {
      one.input(x, row * columns);
      one.output(y, row * width);
      one.forward();
    }
    return y;
  }

  private static void requireDigits(
      RowOperation f, float[] x, float[] y, int row, int columns, String what) {
    double sign = f.kind() == Kind.SOFTMIN ? -1 : 1;
    int from = row * columns;
    int top = from;
    for (int i = from; i < from + columns; i++) {
      top = sign * x[i] > sign * x[top] ? i : top;
    }
    double rest = 0;
    for (int i = from; i < from + columns; i++) {
      rest += i == top ? 0 : StrictMath.exp(exponent(f, sign, x[i], x[top]));
    }
    int width = f.outputColumns(columns);
    for (int i = 0; i < width; i++) {
      double exponent = exponent(f, sign, x[from + i], x[top]);
      double expected;
      switch (f.kind()) {
        case LOGSUMEXP:
          expected = x[top] + StrictMath.log1p(rest);
          break;
        case LOG_SOFTMAX:
          expected = exponent - StrictMath.log1p(rest);
          break;
        default:
          expected = StrictMath.exp(exponent) / (1 + rest);
      }
      float found = y[row * width + i];
      assertThat(Math.abs(found - expected) / ulp(expected))
          .as("ULP of %s, element %d of row %d: %s", what, i, row, found)
          .isLessThanOrEqualTo(f.entry().ulps());
    }
  }

  private static double exponent(RowOperation f, double sign, double x, double top) {
    return sign * (x - top) / f.temperature();
  }

  /** The spacing of floats at a number. */
  private static double ulp(double number) {
    return Math.max(Math.scalb(1.0, Math.getExponent(number) - 23), Float.MIN_VALUE);
  }
}
