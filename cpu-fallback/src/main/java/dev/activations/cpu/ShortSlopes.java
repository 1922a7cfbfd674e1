package dev.activations.cpu;

import dev.activations.RowOperation;
import dev.activations.RowOperation.Kind;
import dev.activations.cpu.kernels.KernelLibrary;
import dev.activations.cpu.kernels.RowConstants;
import dev.activations.cpu.kernels.RowKernels;
import dev.activations.cpu.kernels.Scratch;

/**
 * The backwards of softmax, softmin and log_softmax of many short rows at a time, as {@link
 * ShortRows} does: column by column, with the bits of {@link OneRow}.
 */
final class ShortSlopes {
  private static final int MOST_ROWS = Columns.rows(1);

  private final Scratch scratch;
  private final OneRow one;
  private final RowConstants constants = new RowConstants();
  private final RowConstants own = new RowConstants();
  private final Columns outputs = new Columns();
  private final Columns gradients = new Columns();
  private final ColumnSums columnSums = new ColumnSums();
  private final float[] sums = new float[MOST_ROWS];
  private final float[] peaks = new float[MOST_ROWS];
  private final float[] totals = new float[MOST_ROWS];
  private final float[] offset = new float[MOST_ROWS];
  private final float[] lowest = new float[MOST_ROWS];

  /** Rows that are computed by themselves. */
  private final boolean[] alone = new boolean[MOST_ROWS];

  /** The column that dominates, or -1, and its slope. */
  private final int[] dominating = new int[MOST_ROWS];

  private final float[] slopes = new float[MOST_ROWS];

  ShortSlopes(Scratch scratch, OneRow one) {
    this.scratch = scratch;
    this.one = one;
  }

  void backward(
      RowOperation f,
      KernelLibrary library,
      float[] y,
      int yFrom,
      float[] dy,
      int dyFrom,
      float[] dx,
      int dxFrom,
      int rows,
      int columns) {
    one.set(f, library, columns);
    RowScale.noTotal(constants, f);
    int most = Columns.rows(columns);
    for (int done = 0; done < rows; done += Math.min(most, rows - done)) {
      int n = Math.min(most, rows - done);
      int at = done * columns;
      tile(f, library.rows(), y, yFrom + at, dy, dyFrom + at, dx, dxFrom + at, n, columns);
    }
    one.clear();
  }

  private void tile(
      RowOperation f,
      RowKernels kernels,
      float[] y,
      int yFrom,
      float[] dy,
      int dyFrom,
      float[] dx,
      int dxFrom,
      int rows,
      int columns) {
    boolean logarithm = f.kind() == Kind.LOG_SOFTMAX;
    outputs.load(y, yFrom, rows, columns);
    gradients.load(dy, dyFrom, rows, columns);
    columnSums.tops(outputs, columns, rows, false, peaks);
    if (logarithm) {
      columnSums.sum(gradients, columns, rows, sums);
    } else {
      columnSums.sumOfProducts(outputs, gradients, columns, rows, sums);
    }
    for (int row = 0; row < rows; row++) {
      int at = row * columns;
      double sum =
          logarithm
              ? logarithm(f, y, yFrom + at, dy, dyFrom + at, columns, row)
              : probability(f, y, yFrom + at, dy, dyFrom + at, columns, row);
      alone[row] = !(logarithm ? setGradients(f, row, sum) : setProducts(f, row, columns, sum));
    }
    int whole = Columns.whole(rows);
    for (int i = 0; i < columns; i++) {
      float[] slope = gradients.column(i);
      float[] output = outputs.column(i);
      if (logarithm) {
        kernels.logSoftmaxBackwardOfColumn(
            constants, scratch, output, 0, slope, 0, offset, 0, lowest, 0, totals, 0, slope, 0,
            whole);
      } else {
        kernels.softmaxBackwardOfColumn(
            constants, scratch, output, 0, slope, 0, totals, 0, slope, 0, whole);
      }
    }
    finish(y, yFrom, dy, dyFrom, dx, dxFrom, rows, columns);
  }

  private void finish(
      float[] y, int yFrom, float[] dy, int dyFrom, float[] dx, int dxFrom, int rows, int columns) {
    gradients.store(dx, dxFrom, rows, columns, alone);
    for (int row = 0; row < rows; row++) {
      int at = row * columns;
      if (alone[row]) {
        one.input(y, yFrom + at);
        one.gradient(dy, dyFrom + at);
        one.output(dx, dxFrom + at);
        one.backward();
      } else if (dominating[row] >= 0) {
        dx[dxFrom + at + dominating[row]] = slopes[row];
      }
    }
  }

  /** The sum of the gradients; sets the slope of what dominates. */
  private double logarithm(
      RowOperation f, float[] y, int yFrom, float[] dy, int dyFrom, int columns, int row) {
    float peak = peaks[row];
    dominating[row] = -1;
    if (!Dominated.isLogarithm(peak)) {
      return sums[row];
    }
    int column = indexOf(peak, y, yFrom);
    double gradient = dy[dyFrom + column];
    double others = Dominated.sumBesides(dy, dyFrom, columns, column);
    dominating[row] = column;
    slopes[row] = (float) RowScale.sloped(f, Dominated.slopeOfLogarithm(peak, gradient, others));
    return others + gradient;
  }

  /** The sum of y dy; sets the slope of what dominates. */
  private double probability(
      RowOperation f, float[] y, int yFrom, float[] dy, int dyFrom, int columns, int row) {
    float peak = peaks[row];
    dominating[row] = -1;
    if (!Dominated.isProbability(peak)) {
      return sums[row];
    }
    int column = indexOf(peak, y, yFrom);
    double gradient = dy[dyFrom + column];
    double others = Dominated.productsBesides(y, yFrom, dy, dyFrom, columns, column);
    double rest = Dominated.sumBesides(y, yFrom, columns, column);
    dominating[row] = column;
    slopes[row] =
        (float) RowScale.sloped(f, Dominated.slopeOfProbability(peak, rest, gradient, others));
    return others + gradient * peak;
  }

  private static int indexOf(float peak, float[] y, int from) {
    int column = 0;
    while (y[from + column] != peak) {
      column++;
    }
    return column;
  }

  private boolean setGradients(RowOperation f, int row, double sum) {
    boolean good = RowScale.totalOfGradients(own, f, sum);
    offset[row] = own.offset;
    lowest[row] = own.lowest;
    totals[row] = -own.total;
    return good;
  }

  private boolean setProducts(RowOperation f, int row, int columns, double sum) {
    if (sum == 0 && hasNoGradient(row, columns)) {
      totals[row] = 0;
      return true;
    }
    boolean good = RowScale.totalOfProducts(own, f, sum);
    totals[row] = own.total;
    return good;
  }

  private boolean hasNoGradient(int row, int columns) {
    for (int i = 0; i < columns; i++) {
      if (gradients.column(i)[row] != 0) {
        return false;
      }
    }
    return true;
  }
}
