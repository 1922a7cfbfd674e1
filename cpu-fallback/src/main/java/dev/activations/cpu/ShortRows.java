package dev.activations.cpu;

import dev.activations.RowOperation;
import dev.activations.RowOperation.Kind;
import dev.activations.cpu.kernels.KernelLibrary;
import dev.activations.cpu.kernels.LaneSums;
import dev.activations.cpu.kernels.RowConstants;
import dev.activations.cpu.kernels.RowKernels;
import dev.activations.cpu.kernels.RowMath;
import dev.activations.cpu.kernels.Scratch;
import dev.activations.cpu.kernels.ShortRowKernels;
import dev.activations.cpu.kernels.SumRange;

/**
 * softmax and log_softmax of many short rows at a time: a few rows that fit the first cache are
 * summed, then finished. Rows whose exponentials have to be shifted are left to {@link OneRow}; all
 * have the bits that it gives.
 */
final class ShortRows {
  /** Elements that fit the first cache twice. */
  private static final int ELEMENTS = 4096;

  private static final int MOST_ROWS = 64;
  private static final int LANES = RowKernels.LANES;

  private final RowConstants constants = new RowConstants();
  private final float[] lanes = new float[LANES * MOST_ROWS];
  private final float[] most = new float[LANES * MOST_ROWS];
  private final float[] high = new float[MOST_ROWS];
  private final float[] low = new float[MOST_ROWS];
  private final boolean[] unfinished = new boolean[MOST_ROWS];

  private final OneRow one;

  ShortRows(OneRow one) {
    this.one = one;
  }

  /** Whether rows go together. */
  static boolean fits(RowOperation f, KernelLibrary library, int columns, boolean inPlace) {
    boolean softmax = f.kind() == Kind.SOFTMAX && !inPlace;
    return (softmax || f.kind() == Kind.LOG_SOFTMAX)
        && !RowScale.isScaled(f)
        && library.shortRows() != null
        && columns > 0
        && columns % LANES == 0
        && columns <= Scratch.BLOCK;
  }

  void forward(
      RowOperation f,
      KernelLibrary library,
      ShortRowKernels kernels,
      float[] x,
      int xFrom,
      float[] y,
      int yFrom,
      int rows,
      int columns) {
    RowScale.unshift(constants, f);
    int perBatch = Math.min(MOST_ROWS, Math.max(1, ELEMENTS / columns));
    one.set(f, library, columns);
    for (int done = 0; done < rows; done += Math.min(perBatch, rows - done)) {
      int batch = Math.min(perBatch, rows - done);
      int from = xFrom + done * columns;
      int to = yFrom + done * columns;
      if (f.kind() == Kind.SOFTMAX) {
        kernels.exponentialsOfRows(constants, x, from, y, to, batch, columns, lanes);
        boolean all = factors(batch);
        kernels.scaleRows(y, to, batch, columns, high, low);
        if (!all) {
          shifted(x, from, y, to, batch, columns);
        }
      } else {
        kernels.termsOfRows(constants, x, from, y, to, batch, columns, lanes, most);
        boolean all = logarithms(batch);
        kernels.shiftRows(y, to, batch, columns, high, low);
        if (!all) {
          // What was not finished is x still.
          shifted(y, to, y, to, batch, columns);
        }
      }
    }
  }

  private void shifted(float[] x, int xFrom, float[] y, int yFrom, int rows, int columns) {
    for (int row = 0; row < rows; row++) {
      if (unfinished[row]) {
        one.input(x, xFrom + row * columns);
        one.output(y, yFrom + row * columns);
        one.forwardShifted();
      }
    }
    one.clear();
  }

  private boolean factors(int rows) {
    boolean all = true;
    for (int row = 0; row < rows; row++) {
      double total = LaneSums.total(lanes, LANES * row);
      boolean good = SumRange.contains(total);
      unfinished[row] = !good;
      all &= good;
      set(row, good ? 1 / total : 0);
    }
    return all;
  }

  private boolean logarithms(int rows) {
    boolean all = true;
    for (int row = 0; row < rows; row++) {
      double total = LaneSums.total(lanes, LANES * row);
      boolean good =
          SumRange.contains(total) && SumRange.isShared(total, LaneSums.largest(most, LANES * row));
      unfinished[row] = !good;
      all &= good;
      set(row, good ? RowMath.log(total) : 0);
    }
    return all;
  }

  private void set(int row, double number) {
    high[row] = (float) number;
    low[row] = (float) (number - high[row]);
  }
}
