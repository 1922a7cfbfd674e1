package dev.activations.cpu;

import dev.activations.RowOperation;
import dev.activations.RowOperation.Kind;
import dev.activations.cpu.kernels.KernelLibrary;
import dev.activations.cpu.kernels.RowConstants;
import dev.activations.cpu.kernels.RowKernels;
import dev.activations.cpu.kernels.RowMath;
import dev.activations.cpu.kernels.Scratch;
import dev.activations.cpu.kernels.SumRange;
import java.util.Arrays;

/**
 * softmax, softmin and log_softmax of many short rows at a time, column by column: a lane is a row,
 * so that no vector is filled up and what a row needs once is computed for many. Rows that need
 * more than that are left to {@link OneRow}; all have the bits that it gives.
 */
final class ShortRows {
  /** Rows of at most so many columns are short. */
  static final int COLUMNS = 64;

  /**
   * Exponentials of longer rows, and slopes, are computed as fast along the rows. A lane has two
   * elements: {@link ExactColumnSums}.
   */
  private static final int MOST_COLUMNS = 31;

  /** Fewer rows are faster one by one. */
  private static final int FEWEST = 8;

  private static final int MOST_ROWS = Columns.rows(1);

  private final Scratch scratch;
  private final OneRow one;
  private final RowConstants constants = new RowConstants();
  private final RowConstants own = new RowConstants();
  private final Columns inputs = new Columns();
  private final Columns results = new Columns();
  private final ColumnSums columnSums = new ColumnSums();
  private final ExactColumnSums exactSums = new ExactColumnSums();
  private final SplitColumnSums splitSums = new SplitColumnSums();
  private final double[] sums = new double[MOST_ROWS];
  private final double[] others = new double[MOST_ROWS];
  private final float[] largest = new float[MOST_ROWS];
  private final float[] offset = new float[MOST_ROWS];
  private final float[] lowest = new float[MOST_ROWS];
  private final float[] high = new float[MOST_ROWS];
  private final float[] low = new float[MOST_ROWS];
  private final float[] top = new float[MOST_ROWS];
  private final float[] factorLow = new float[MOST_ROWS];
  private final float[] tops = new float[MOST_ROWS];

  /** Rows whose exponentials are shifted, and rows that are computed by themselves. */
  private final boolean[] shifted = new boolean[MOST_ROWS];

  private final boolean[] alone = new boolean[MOST_ROWS];

  ShortRows(Scratch scratch, OneRow one) {
    this.scratch = scratch;
    this.one = one;
  }

  /**
   * Whether rows go together, as far as that is faster: from two vectors on only the logarithms,
   * which are most of what those rows cost.
   */
  static boolean fits(RowOperation f, boolean backward, int rows, int columns) {
    boolean logarithms = f.kind() == Kind.LOG_SOFTMAX && !backward;
    boolean vector = columns == RowKernels.LANES && f.kind() == Kind.SOFTMAX && !backward;
    return columns > 0
        && columns <= (logarithms ? COLUMNS : MOST_COLUMNS)
        && !(vector && !RowScale.isScaled(f))
        && rows >= FEWEST
        && f.kind() != Kind.LOGSUMEXP
        && RowScale.fits(f);
  }

  void forward(
      RowOperation f,
      KernelLibrary library,
      float[] x,
      int xFrom,
      float[] y,
      int yFrom,
      int rows,
      int columns) {
    one.set(f, library, columns);
    int most = Columns.rows(columns);
    for (int done = 0; done < rows; done += Math.min(most, rows - done)) {
      int n = Math.min(most, rows - done);
      tile(f, library.rows(), x, xFrom + done * columns, y, yFrom + done * columns, n, columns);
    }
    one.clear();
  }

  private void tile(
      RowOperation f,
      RowKernels kernels,
      float[] x,
      int xFrom,
      float[] y,
      int yFrom,
      int rows,
      int columns) {
    boolean logarithm = f.kind() == Kind.LOG_SOFTMAX;
    inputs.load(x, xFrom, rows, columns);
    RowScale.unshift(constants, f);
    Arrays.fill(offset, 0, Columns.whole(rows), constants.offset);
    Arrays.fill(lowest, 0, Columns.whole(rows), constants.lowest);
    exponentials(kernels, logarithm, rows, columns);
    boolean shift = mark(logarithm, rows, columns);
    if (logarithm || shift) {
      columnSums.tops(inputs, columns, rows, f.kind() == Kind.SOFTMIN, tops);
    }
    if (shift) {
      for (int row = 0; row < rows; row++) {
        alone[row] |= shifted[row] && !setShift(f, logarithm, row);
      }
      exponentials(kernels, logarithm, rows, columns);
    }
    if (logarithm) {
      logarithms(f, rows);
    } else {
      factors(rows);
    }
    int whole = Columns.whole(rows);
    for (int i = 0; i < columns; i++) {
      float[] result = results.column(i);
      if (logarithm) {
        kernels.shiftColumn(
            constants,
            scratch,
            inputs.column(i),
            0,
            top,
            0,
            factorLow,
            0,
            high,
            0,
            low,
            0,
            result,
            0,
            whole);
      } else {
        kernels.scaleColumn(constants, scratch, result, 0, high, 0, low, 0, whole);
      }
    }
    results.store(y, yFrom, rows, columns, alone);
    for (int row = 0; row < rows; row++) {
      if (alone[row]) {
        one.input(x, xFrom + row * columns);
        one.output(y, yFrom + row * columns);
        one.forward();
      }
    }
  }

  /** Which rows have to be shifted, or be computed by themselves; whether there are some. */
  private boolean mark(boolean logarithm, int rows, int columns) {
    boolean some = false;
    for (int row = 0; row < rows; row++) {
      double sum = logarithm ? others[row] + largest[row] : sums[row];
      alone[row] = !logarithm && SumRange.isNearAnEnd(sum);
      boolean tiny =
          logarithm
              && !SumRange.isShared(sum, largest[row])
              && RowScale.lacksDigits(others[row], columns);
      shifted[row] = !alone[row] && (tiny || !SumRange.contains(sum));
      some |= shifted[row];
    }
    return some;
  }

  private void exponentials(RowKernels kernels, boolean logarithm, int rows, int columns) {
    int whole = Columns.whole(rows);
    for (int i = 0; i < columns; i++) {
      kernels.exponentialsOfColumn(
          constants,
          scratch,
          inputs.column(i),
          0,
          offset,
          0,
          lowest,
          0,
          results.column(i),
          0,
          whole);
    }
    if (logarithm) {
      splitSums.split(results, columns, rows, others, largest);
    } else {
      exactSums.sum(results, columns, rows, sums);
    }
  }

  /** False when float32 is not enough for the row. */
  private boolean setShift(RowOperation f, boolean logarithm, int row) {
    boolean good =
        logarithm ? RowScale.shiftLogarithm(own, f, tops[row]) : RowScale.shift(own, f, tops[row]);
    if (!good) {
      return false;
    }
    offset[row] = own.offset;
    lowest[row] = own.lowest;
    return true;
  }

  private void factors(int rows) {
    for (int row = 0; row < rows; row++) {
      double factor = 1 / sums[row];
      high[row] = (float) factor;
      low[row] = (float) (factor - high[row]);
    }
  }

  private void logarithms(RowOperation f, int rows) {
    for (int row = 0; row < rows; row++) {
      double rest = others[row];
      double term = largest[row];
      boolean shared = !shifted[row] && SumRange.isShared(rest + term, term);
      double logarithm;
      if (shared) {
        logarithm = RowMath.log(rest + term);
      } else {
        own.top = tops[row];
        own.offset = offset[row];
        logarithm = rest == 0 ? 0 : RowScale.logarithm(own, f, rest);
      }
      top[row] = shared ? 0 : own.top;
      factorLow[row] = shared ? constants.factorLow : 0;
      high[row] = (float) logarithm;
      low[row] = shared ? (float) (logarithm - high[row]) : 0;
    }
  }
}
