package dev.activations.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.RowOperation;
import dev.activations.RowOperation.Kind;
import dev.activations.cpu.kernels.KernelLibrary;
import dev.activations.cpu.kernels.SumRange;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A row has the same bits by itself, among others, split over threads, in place, and with the loops
 * of every library.
 */
class RowPathsTest {
  private static final int CHUNK = RowLoops.CHUNK;

  private static final int[] COLUMNS = {
    1, 2, 15, 16, 17, 48, 250, 256, 1008, 1024, 1025, 1040, 2048 + 5
  };

  private static final int[] LONG = {CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK + 4321};

  private static final KernelLibrary PLAIN = Libraries.choose("plain").plain();

  private static final List<KernelLibrary> LIBRARIES =
      List.of(PLAIN, Libraries.choose("portable").plain(), Libraries.choose("simd").simd());

  static List<RowOperation> operations() {
    return List.of(
        RowOperation.SOFTMAX,
        RowOperation.softmax(0.3),
        RowOperation.LOG_SOFTMAX,
        RowOperation.logSoftmax(7),
        RowOperation.SOFTMIN,
        RowOperation.LOGSUMEXP,
        RowOperation.softmax(0x1p-30));
  }

  /** What the other ways are compared with: one row by itself, with plain loops, out of place. */
  private static float[] forward(RowOperation f, float[] x, int from, int columns) {
    float[] y = new float[f.outputColumns(columns)];
    one(
        f,
        PLAIN,
        columns,
        row -> {
          row.input(x, from);
          row.output(y, 0);
          row.forward();
        });
    return y;
  }

  private static float[] backward(RowOperation f, float[] saved, float[] dy) {
    float[] dx = new float[saved.length];
    one(
        f,
        PLAIN,
        saved.length,
        row -> {
          row.input(saved, 0);
          row.gradient(dy, 0);
          row.output(dx, 0);
          row.backward();
        });
    return dx;
  }

  private static void one(
      RowOperation f, KernelLibrary library, int columns, Consumer<RowWork> work) {
    OneRow row = new Memory().row();
    row.set(f, library, columns);
    work.accept(row);
  }

  private static float[] row(RowKind kind, int columns) {
    float[] x = new float[columns];
    kind.fill(x, 0, columns, columns);
    return x;
  }

  /** A gradient for each output. */
  private static float[] gradient(RowOperation f, int columns) {
    return Samples.normal(f.outputColumns(columns), columns);
  }

  /** What a forward leaves for the backward. */
  private static float[] saved(RowOperation f, float... x) {
    return f.kind() == Kind.LOGSUMEXP ? x : forward(f, x, 0, x.length);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyLibrary(RowOperation f) {
    for (int columns : COLUMNS) {
      for (RowKind kind : RowKind.values()) {
        float[] x = row(kind, columns);
        float[] y = forward(f, x, 0, columns);
        float[] saved = saved(f, x);
        float[] dy = gradient(f, columns);
        float[] dx = backward(f, saved, dy);
        for (KernelLibrary library : LIBRARIES) {
          String what = f + " of " + columns + " " + kind + " with " + library.getClass();
          // Somewhere in an array, whose other elements stay.
          float[] in = shifted(x);
          float[] out = new float[y.length + 5];
          one(
              f,
              library,
              columns,
              row -> {
                row.input(in, 3);
                row.output(out, 3);
                row.forward();
              });
          Samples.requireSame(out, shifted(y), what);
          float[] result = new float[columns + 5];
          one(
              f,
              library,
              columns,
              row -> {
                row.input(shifted(saved), 3);
                row.gradient(shifted(dy), 3);
                row.output(result, 3);
                row.backward();
              });
          Samples.requireSame(result, shifted(dx), what + ", backward");
        }
      }
    }
  }

  private static float[] shifted(float... x) {
    float[] longer = new float[x.length + 5];
    System.arraycopy(x, 0, longer, 3, x.length);
    return longer;
  }

  @ParameterizedTest
  @MethodSource("operations")
  void inPlace(RowOperation f) {
    for (int columns : COLUMNS) {
      for (RowKind kind : RowKind.values()) {
        float[] x = row(kind, columns);
        float[] saved = saved(f, x);
        float[] dy = gradient(f, columns);
        float[] dx = backward(f, saved, dy);
        for (KernelLibrary library : LIBRARIES) {
          String what = f + " of " + columns + " " + kind + " with " + library.getClass();
          if (f.outputColumns(columns) == columns) {
            float[] both = x.clone();
            one(
                f,
                library,
                columns,
                row -> {
                  row.input(both, 0);
                  row.output(both, 0);
                  row.forward();
                });
            Samples.requireSame(both, forward(f, x, 0, columns), what);
            float[] overGradient = dy.clone();
            one(
                f,
                library,
                columns,
                row -> {
                  row.input(saved, 0);
                  row.gradient(overGradient, 0);
                  row.output(overGradient, 0);
                  row.backward();
                });
            Samples.requireSame(overGradient, dx, what + ", dx over dy");
          }
          float[] overSaved = saved.clone();
          one(
              f,
              library,
              columns,
              row -> {
                row.input(overSaved, 0);
                row.gradient(dy, 0);
                row.output(overSaved, 0);
                row.backward();
              });
          Samples.requireSame(overSaved, dx, what + ", dx over what the forward left");
        }
      }
    }
  }

  /** Rows of all kinds mixed: those that cannot go with the others are done by themselves. */
  @ParameterizedTest
  @MethodSource("operations")
  void amongOtherRows(RowOperation f) {
    RowKind[] kinds = RowKind.values();
    Float32Kernels kernels = new Float32Kernels();
    for (int columns : new int[] {1, 5, 15, 16, 33, 48, 250, 256, 1000, 1024, 1040, 1025, 3100}) {
      int rows = columns < 100 ? 300 : 3 * kinds.length;
      float[] x = new float[rows * columns];
      for (int row = 0; row < rows; row++) {
        kinds[row * 5 % kinds.length].fill(x, row * columns, columns, row);
      }
      int width = f.outputColumns(columns);
      float[] expected = new float[rows * width];
      for (int row = 0; row < rows; row++) {
        System.arraycopy(forward(f, x, row * columns, columns), 0, expected, row * width, width);
      }
      float[] y = new float[rows * width];
      kernels.forward(f, new Memory(), x, 0, y, 0, rows, columns);
      Samples.requireSame(y, expected, f + " of " + rows + " rows of " + columns);
      for (KernelLibrary library : LIBRARIES) {
        if (RowBatch.fits(f, library, columns, false)) {
          float[] together = new float[rows * width];
          new Memory()
              .batch()
              .forward(f, library, library.rowBatches(), x, 0, together, 0, rows, columns);
          Samples.requireSame(
              together, expected, f + " of " + rows + " rows at a time of " + columns);
        }
        if (RowBatch.fits(f, library, columns, true)) {
          float[] both = x.clone();
          new Memory()
              .batch()
              .forward(f, library, library.rowBatches(), both, 0, both, 0, rows, columns);
          Samples.requireSame(
              both, expected, f + " in place of " + rows + " rows at a time of " + columns);
        }
      }
    }
  }

  /**
   * Rows whose sum is next to an end of the range, where rounding decides whether their
   * exponentials are shifted: the way must not depend on where the result goes.
   */
  @Test
  void nextToAnEndOfTheRange() {
    RowOperation f = RowOperation.SOFTMAX;
    for (double end : new double[] {SumRange.SMALLEST, SumRange.LARGEST}) {
      for (int columns : new int[] {1, 2, 3, 10, 100, 1000, 1500}) {
        float x = (float) Math.log(end / columns);
        for (int ulps = -8; ulps <= 8; ulps++) {
          float[] row = new float[columns];
          for (int i = 0; i < columns; i++) {
            row[i] = x + (i % 3 == 0 ? ulps * Math.ulp(x) : 0);
          }
          float[] expected = forward(f, row, 0, columns);
          for (KernelLibrary library : LIBRARIES) {
            String what =
                columns + " of " + x + " and " + ulps + " ulps with " + library.getClass();
            float[] both = row.clone();
            one(
                f,
                library,
                columns,
                one -> {
                  one.input(both, 0);
                  one.output(both, 0);
                  one.forward();
                });
            Samples.requireSame(both, expected, what);
            if (RowBatch.fits(f, library, columns, false)) {
              float[] y = new float[columns];
              new Memory()
                  .batch()
                  .forward(f, library, library.rowBatches(), row, 0, y, 0, 1, columns);
              Samples.requireSame(y, expected, what + ", a batch");
            }
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void splitOverThreads(RowOperation f) {
    for (int columns : LONG) {
      for (RowKind kind : List.of(RowKind.NORMAL, RowKind.LARGE, RowKind.DOMINATED, RowKind.TIES)) {
        float[] x = row(kind, columns);
        float[] y = forward(f, x, 0, columns);
        float[] saved = saved(f, x);
        float[] dy = gradient(f, columns);
        float[] dx = backward(f, saved, dy);
        for (int threads : new int[] {1, 2, 7}) {
          String what = f + " of " + columns + " " + kind + " on " + threads + " threads";
          float[] split = new float[y.length];
          split(
              f,
              threads,
              columns,
              row -> {
                row.input(x, 0);
                row.output(split, 0);
                row.forward();
              });
          Samples.requireSame(split, y, what);
          float[] slopes = new float[columns];
          split(
              f,
              threads,
              columns,
              row -> {
                row.input(saved, 0);
                row.gradient(dy, 0);
                row.output(slopes, 0);
                row.backward();
              });
          Samples.requireSame(slopes, dx, what + ", backward");
        }
      }
    }
  }

  /** The sums themselves, in double: what a change of their order does to them is lost in y. */
  @ParameterizedTest
  @EnumSource(RowPass.class)
  void sumsOfChunks(RowPass pass) {
    int columns = 9 * CHUNK + 321;
    float[] x = Samples.normal(columns, 1);
    float[] dy = new float[columns];
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < columns; i++) {
      // Chunks so different that a double rounds their sum.
      dy[i] = (float) Math.scalb(random.nextDouble() - 0.5, 40 * (i / CHUNK % 3));
    }
    double[] expected = new double[2];
    one(RowOperation.SOFTMAX, PLAIN, columns, row -> pass(pass, row, x, dy, expected));
    for (int threads : new int[] {1, 2, 7}) {
      double[] sums = new double[2];
      split(RowOperation.SOFTMAX, threads, columns, row -> pass(pass, row, x, dy, sums));
      assertThat(sums).as("%s on %d threads", pass, threads).isEqualTo(expected);
    }
  }

  private static void pass(RowPass pass, RowWork row, float[] x, float[] dy, double... sums) {
    row.input(x, 0);
    row.gradient(dy, 0);
    row.output(new float[x.length], 0);
    RowScale.unshift(row.row, row.operation);
    row.row.top = 3;
    sums[0] = row.run(pass);
    sums[1] = pass == RowPass.SUMS ? row.largest : 0;
  }

  private static void split(RowOperation f, int threads, int columns, Consumer<RowWork> work) {
    try (Workers workers =
        new Workers(
            threads,
            owner -> new Execution(owner, new Float32Kernels(), new Float64Definitions()))) {
      Execution execution = workers.execution();
      execution.longRow.set(f, PLAIN, columns);
      work.accept(execution.longRow);
      execution.release();
    }
  }
}
