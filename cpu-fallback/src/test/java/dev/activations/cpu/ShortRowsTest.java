package dev.activations.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.RowOperation;
import dev.activations.cpu.kernels.KernelLibrary;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Short rows column by column have the bits of a row by itself, with the loops of every library.
 */
class ShortRowsTest {
  private static final int[] COLUMNS = {
    1, 2, 3, 4, 5, 7, 8, 9, 10, 15, 16, 17, 31, 32, 33, 50, 63, 64
  };

  private static final KernelLibrary PLAIN = Libraries.choose("plain").plain();

  private static final List<KernelLibrary> LIBRARIES =
      List.of(PLAIN, Libraries.choose("portable").plain(), Libraries.choose("simd").simd());

  static Stream<RowOperation> operations() {
    return Stream.of(
        RowOperation.SOFTMAX,
        RowOperation.softmax(0.7),
        RowOperation.softmax(1e-5),
        RowOperation.SOFTMIN,
        RowOperation.softmin(3),
        RowOperation.LOG_SOFTMAX,
        RowOperation.logSoftmax(0.7),
        RowOperation.logSoftmax(1e5));
  }

  /** More than a tile of rows of all kinds, with gradients of all magnitudes. */
  @ParameterizedTest
  @MethodSource("operations")
  void asRowsByThemselves(RowOperation f) {
    RowKind[] kinds = RowKind.values();
    for (int columns : COLUMNS) {
      int rows = Columns.rows(columns) + 29;
      float[] x = new float[rows * columns];
      float[] dy = Samples.normal(rows * columns, columns);
      for (int row = 0; row < rows; row++) {
        kinds[row * 5 % kinds.length].fill(x, row * columns, columns, row);
        float scale = (float) Math.scalb(1.0, row % 7 == 0 ? row * 37 % 270 - 145 : 0);
        for (int i = 0; i < columns; i++) {
          dy[row * columns + i] *= row % 11 == 3 ? 0 : scale;
        }
      }
      dy[dy.length / 2] = Float.NaN;
      float[] y = new float[x.length];
      float[] dx = new float[x.length];
      OneRow one = new Memory().row();
      one.set(f, PLAIN, columns);
      for (int row = 0; row < rows; row++) {
        one.input(x, row * columns);
        one.output(y, row * columns);
        one.forward();
        one.input(y, row * columns);
        one.gradient(dy, row * columns);
        one.output(dx, row * columns);
        one.backward();
      }
      for (KernelLibrary library : LIBRARIES) {
        String what = String.format(Locale.ROOT, "%s of %d with %s", f, columns, library);
        Memory memory = new Memory();
        float[] found = new float[x.length];
        Float32Kernels.forward(f, library, memory, x, 0, found, 0, rows, columns);
        Samples.requireSame(found, y, what);
        float[] both = x.clone();
        Float32Kernels.forward(f, library, memory, both, 0, both, 0, rows, columns);
        Samples.requireSame(both, y, what + ", in place");
        memory.shortSlopes().backward(f, library, y, 0, dy, 0, found, 0, rows, columns);
        Samples.requireSame(found, dx, what + ", backward");
        Float32Kernels.backward(f, library, memory, y, 0, dy, 0, found, 0, rows, columns);
        Samples.requireSame(found, dx, what + ", backward as called");
        both = dy.clone();
        memory.shortSlopes().backward(f, library, y, 0, both, 0, both, 0, rows, columns);
        Samples.requireSame(both, dx, what + ", dx over dy");
        both = y.clone();
        memory.shortSlopes().backward(f, library, both, 0, dy, 0, both, 0, rows, columns);
        Samples.requireSame(both, dx, what + ", dx over y");
      }
    }
  }

  /** Rows of one column are not computed at all, but for what the forward has not left. */
  @ParameterizedTest
  @MethodSource("operationsOfOneColumn")
  void oneColumn(RowOperation f) {
    float[] x = {
      0,
      -0f,
      1,
      -3.5f,
      1e-40f,
      3e38f,
      -3e38f,
      Float.NaN,
      Float.POSITIVE_INFINITY,
      Float.NEGATIVE_INFINITY
    };
    float[] y = new float[x.length];
    Float32Kernels.forward(f, PLAIN, new Memory(), x, 0, y, 0, x.length, 1);
    Samples.requireSame(y, oneByOne(f, x, null), f + " of one column");
    float[] saved = {1, 0, -0f, 0.5f, Math.nextDown(1f), 1.5f, -1, Float.NaN};
    float[] gradients = {0, -0f, 1, -2, 1e-45f, 3e38f, -3e38f, Float.NaN, Float.POSITIVE_INFINITY};
    for (float one : saved) {
      for (float gradient : gradients) {
        float[] of = {one};
        float[] dy = {gradient};
        float[] dx = new float[1];
        Float32Kernels.backward(f, PLAIN, new Memory(), of, 0, dy, 0, dx, 0, 1, 1);
        Samples.requireSame(dx, oneByOne(f, of, dy), f + " of " + one + " and " + gradient);
      }
    }
  }

  static Stream<RowOperation> operationsOfOneColumn() {
    return Stream.concat(
        operations(),
        Stream.of(
            RowOperation.LOGSUMEXP,
            RowOperation.softmax(0x1p-30),
            RowOperation.softmin(1e30),
            RowOperation.logSoftmax(1e-30)));
  }

  private static float[] oneByOne(RowOperation f, float[] x, float @Nullable [] dy) {
    float[] y = new float[x.length];
    OneRow one = new Memory().row();
    one.set(f, PLAIN, 1);
    for (int row = 0; row < x.length; row++) {
      one.input(x, row);
      one.output(y, row);
      if (dy == null) {
        one.forward();
      } else {
        one.gradient(dy, row);
        one.backward();
      }
    }
    return y;
  }

  @Test
  void whatGoesTogether() {
    assertThat(ShortRows.fits(RowOperation.SOFTMAX, false, 8, 1)).isTrue();
    assertThat(ShortRows.fits(RowOperation.SOFTMAX, false, 7, 1)).isFalse();
    assertThat(ShortRows.fits(RowOperation.SOFTMAX, false, 8, 0)).isFalse();
    assertThat(ShortRows.fits(RowOperation.SOFTMAX, false, 8, 16)).isFalse();
    assertThat(ShortRows.fits(RowOperation.SOFTMAX, true, 8, 16)).isTrue();
    assertThat(ShortRows.fits(RowOperation.softmax(0.7), false, 8, 16)).isTrue();
    assertThat(ShortRows.fits(RowOperation.SOFTMAX, false, 8, 32)).isFalse();
    assertThat(ShortRows.fits(RowOperation.LOG_SOFTMAX, false, 8, 64)).isTrue();
    assertThat(ShortRows.fits(RowOperation.LOG_SOFTMAX, false, 8, 65)).isFalse();
    assertThat(ShortRows.fits(RowOperation.LOG_SOFTMAX, true, 8, 64)).isFalse();
    assertThat(ShortRows.fits(RowOperation.softmax(0x1p-30), false, 8, 8)).isFalse();
    assertThat(ShortRows.fits(RowOperation.LOGSUMEXP, false, 8, 8)).isFalse();
  }
}
