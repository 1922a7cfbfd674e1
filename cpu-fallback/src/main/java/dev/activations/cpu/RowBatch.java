package dev.activations.cpu;

import dev.activations.RowOperation;
import dev.activations.RowOperation.Kind;
import dev.activations.cpu.kernels.ExactLanes;
import dev.activations.cpu.kernels.KernelLibrary;
import dev.activations.cpu.kernels.RowBatchKernels;
import dev.activations.cpu.kernels.RowConstants;
import dev.activations.cpu.kernels.RowKernels;
import dev.activations.cpu.kernels.RowMath;
import dev.activations.cpu.kernels.Scratch;
import dev.activations.cpu.kernels.SplitLanes;
import dev.activations.cpu.kernels.SumRange;
import java.util.Arrays;

/**
 * softmax and log_softmax of some rows at a time: as many as fit the first cache are summed, then
 * finished. Sums run over pieces of a block, as those of {@link RowLoops} do; what is no whole
 * number of vectors goes through an array, for all rows together. Rows whose exponentials have to
 * be shifted, and logarithms of rows that one element dominates, are left to {@link OneRow}; all
 * have the bits that it gives.
 */
final class RowBatch {
  /** Elements that fit the first cache twice. */
  private static final int ELEMENTS = 4096;

  private static final int MOST_ROWS = 64;
  private static final int LANES = RowKernels.LANES;
  private static final int PIECE = Scratch.BLOCK;

  /** So many fit the first cache, where their exponentials are summed up. */
  private static final int PIECES_AT_A_TIME = ELEMENTS / PIECE;

  /** Of a batch: one of all rows, or those of a row as long as a chunk. */
  private static final int MOST_PIECES = Math.max(MOST_ROWS, RowLoops.CHUNK / PIECE);

  private final RowConstants constants = new RowConstants();
  private final float[] lanes = new float[LANES * (MOST_PIECES + 1)];

  /** What the sums lost. */
  private final float[] lost = new float[LANES * (MOST_PIECES + 1)];

  /** The largest terms. */
  private final float[] most = new float[LANES * (MOST_PIECES + 1)];

  /** Exponentials of which nothing but the sum is needed. */
  private final float[] terms = new float[ELEMENTS];

  private final float[] tails = new float[LANES * MOST_ROWS];
  private final float[] high = new float[MOST_ROWS];
  private final float[] low = new float[MOST_ROWS];
  private final boolean[] unfinished = new boolean[MOST_ROWS];

  /** Unfinished rows that need no shift, or may not need one. */
  private final boolean[] inRange = new boolean[MOST_ROWS];

  /** The sums without the largest term. */
  private final double[] others = new double[MOST_ROWS];

  private final OneRow one;

  RowBatch(OneRow one) {
    this.one = one;
  }

  /** Whether rows go together. */
  static boolean fits(RowOperation f, KernelLibrary library, int columns, boolean inPlace) {
    boolean softmax = f.kind() == Kind.SOFTMAX && !inPlace;
    return (softmax || f.kind() == Kind.LOG_SOFTMAX)
        && !RowScale.isScaled(f)
        && library.rowBatches() != null
        && columns > 0
        && columns <= RowLoops.CHUNK;
  }

  void forward(
      RowOperation f,
      KernelLibrary library,
      RowBatchKernels kernels,
      float[] x,
      int xFrom,
      float[] y,
      int yFrom,
      int rows,
      int columns) {
    RowScale.unshift(constants, f);
    boolean softmax = f.kind() == Kind.SOFTMAX;
    int perBatch = Math.min(MOST_ROWS, Math.max(1, ELEMENTS / columns));
    one.set(f, library, columns);
    for (int done = 0; done < rows; done += Math.min(perBatch, rows - done)) {
      int batch = Math.min(perBatch, rows - done);
      int from = xFrom + done * columns;
      int to = yFrom + done * columns;
      sum(softmax, kernels, x, from, y, to, batch, columns);
      boolean all = softmax ? factors(batch, columns) : logarithms(batch, columns);
      finish(softmax, kernels, y, to, batch, columns);
      if (!all) {
        // Where y is x, what was not finished is x still.
        unfinished(softmax, x, from, y, to, batch, columns);
      }
    }
  }

  private void sum(
      boolean softmax,
      RowBatchKernels kernels,
      float[] x,
      int from,
      float[] y,
      int to,
      int rows,
      int columns) {
    int whole = columns / PIECE;
    int rest = columns % PIECE;
    int pieces = pieces(columns);
    int vectors = rest & -LANES;
    clearLanes(softmax, rows * pieces);
    for (int row = 0; row < rows && whole > 0; row++) {
      int start = row * columns;
      for (int piece = 0; piece < whole; piece += PIECES_AT_A_TIME) {
        int count = Math.min(PIECES_AT_A_TIME, whole - piece);
        int at = start + piece * PIECE;
        int lane = row * pieces + piece;
        sum(softmax, kernels, x, from + at, y, to + at, count, PIECE, PIECE, lane, 1);
      }
    }
    if (vectors > 0) {
      int at = whole * PIECE;
      sum(softmax, kernels, x, from + at, y, to + at, rows, columns, vectors, pieces - 1, pieces);
    }
    if (rest > vectors) {
      takeTails(x, from, rows, columns);
      sum(softmax, kernels, tails, 0, tails, 0, rows, LANES, LANES, pieces - 1, pieces);
    }
    if (softmax) {
      kernels.foldSums(lanes, lost, rows * pieces);
    } else {
      kernels.foldTerms(lanes, lost, most, rows * pieces);
    }
  }

  private void clearLanes(boolean softmax, int pieces) {
    Arrays.fill(lanes, 0, LANES * pieces, 0);
    Arrays.fill(lost, 0, LANES * pieces, 0);
    if (!softmax) {
      Arrays.fill(most, 0, LANES * pieces, 0);
    }
  }

  /** Of pieces with so many elements, so far apart, as their lanes are. */
  private void sum(
      boolean softmax,
      RowBatchKernels kernels,
      float[] x,
      int from,
      float[] y,
      int to,
      int rows,
      int stride,
      int count,
      int piece,
      int pieces) {
    int lane = LANES * piece;
    int apart = LANES * pieces;
    if (softmax) {
      kernels.exponentialsOfRows(
          constants, x, from, y, to, rows, stride, count, lanes, lost, lane, apart);
    } else {
      kernels.termsOfRows(
          constants, x, from, y, to, rows, stride, count, terms, lanes, lost, most, lane, apart);
    }
  }

  private void takeTails(float[] x, int from, int rows, int columns) {
    int tail = columns % LANES;
    for (int row = 0; row < rows; row++) {
      int at = LANES * row;
      System.arraycopy(x, from + (row + 1) * columns - tail, tails, at, tail);
      // Has an exponential of zero, so that it changes no sum.
      Arrays.fill(tails, at + tail, at + LANES, Float.NEGATIVE_INFINITY);
    }
  }

  private static int pieces(int columns) {
    return (columns + PIECE - 1) / PIECE;
  }

  private void finish(
      boolean softmax, RowBatchKernels kernels, float[] y, int to, int rows, int columns) {
    int tail = columns % LANES;
    finish(softmax, kernels, y, to, rows, columns, columns - tail);
    if (tail > 0) {
      finish(softmax, kernels, tails, 0, rows, LANES, LANES);
      for (int row = 0; row < rows; row++) {
        System.arraycopy(tails, LANES * row, y, to + (row + 1) * columns - tail, tail);
      }
    }
  }

  private void finish(
      boolean softmax,
      RowBatchKernels kernels,
      float[] y,
      int to,
      int rows,
      int stride,
      int count) {
    if (softmax) {
      kernels.scaleRows(y, to, rows, stride, count, high, low);
    } else {
      kernels.shiftRows(y, to, rows, stride, count, high, low);
    }
  }

  /** What each row is multiplied with; false when some have to be shifted. */
  private boolean factors(int rows, int columns) {
    int pieces = pieces(columns);
    boolean all = true;
    for (int row = 0; row < rows; row++) {
      double sum = 0;
      for (int piece = row * pieces; piece < (row + 1) * pieces; piece++) {
        sum += ExactLanes.total(lanes, lost, LANES * piece);
      }
      inRange[row] = SumRange.isNearAnEnd(sum);
      all &= set(row, SumRange.contains(sum) && !inRange[row], 1 / sum);
    }
    return all;
  }

  /** What each row is lessened by; false when that of some has to be found otherwise. */
  private boolean logarithms(int rows, int columns) {
    int pieces = pieces(columns);
    boolean all = true;
    for (int row = 0; row < rows; row++) {
      double rest = 0;
      double largest = 0;
      for (int piece = row * pieces; piece < (row + 1) * pieces; piece++) {
        double term = SplitLanes.largest(most, LANES * piece);
        rest += SplitLanes.others(lanes, lost, most, LANES * piece) + Math.min(largest, term);
        largest = Math.max(largest, term);
      }
      double sum = rest + largest;
      inRange[row] = SumRange.contains(sum);
      others[row] = rest;
      boolean good = inRange[row] && SumRange.isShared(sum, largest);
      all &= set(row, good, good ? RowMath.log(sum) : 0);
    }
    return all;
  }

  private boolean set(int row, boolean good, double number) {
    unfinished[row] = !good;
    high[row] = good ? (float) number : 0;
    low[row] = good ? (float) (number - high[row]) : 0;
    return good;
  }

  private void unfinished(
      boolean softmax, float[] x, int xFrom, float[] y, int yFrom, int rows, int columns) {
    for (int row = 0; row < rows; row++) {
      if (unfinished[row]) {
        one.input(x, xFrom + row * columns);
        one.output(y, yFrom + row * columns);
        if (!inRange[row]) {
          one.forwardShifted();
        } else if (softmax) {
          one.forward();
        } else {
          one.forwardDominated(others[row]);
        }
      }
    }
    one.clear();
  }
}
