package dev.activations.cpu;

import dev.activations.cpu.kernels.ExactLanes;
import dev.activations.cpu.kernels.RowKernels;
import java.util.Arrays;

/**
 * The lanes of short rows, each for all rows of a tile together, with what their sums lost: the
 * additions of {@link ExactLanes} in the same order, so the bits are the same. What is zero for all
 * rows is not computed.
 */
final class ColumnLanes {
  static final int LANES = RowKernels.LANES;

  /** Lanes that are left when they are folded. */
  static final int FOLDED = 4;

  private final float[] zeros = new float[Columns.rows(1)];
  private final float[][] sums = new float[LANES][];
  private final float[][] lost = new float[LANES][];
  private final Columns ownSums = new Columns();
  private final Columns ownLost = new Columns();

  void clear() {
    Arrays.fill(sums, zeros);
    Arrays.fill(lost, zeros);
  }

  /** Begins a lane, which nothing was added to, with a column that stays as it is. */
  void set(int lane, float[] column) {
    sums[lane] = column;
  }

  /** Adds a column to a lane. */
  void add(int lane, float[] column, int rows) {
    add(lane, column, zeros, rows);
  }

  /** Adds the second half of the lanes to the first. */
  void fold(int lane, int half, int rows) {
    add(lane, sums[lane + half], lost[lane + half], rows);
  }

  private void add(int lane, float[] more, float[] moreLost, int rows) {
    if (more == zeros) {
      return;
    }
    float[] sum = ownSums.column(lane);
    if (sums[lane] == zeros) {
      // Not the column itself, which may be of something else soon.
      System.arraycopy(more, 0, sum, 0, rows);
      lost[lane] = moreLost;
    } else if (lost[lane] == zeros && moreLost == zeros) {
      join(sums[lane], more, sum, ownLost.column(lane), rows);
      lost[lane] = ownLost.column(lane);
    } else {
      join(sums[lane], lost[lane], more, moreLost, sum, ownLost.column(lane), rows);
      lost[lane] = ownLost.column(lane);
    }
    sums[lane] = sum;
  }

  private static void join(float[] one, float[] other, float[] sum, float[] lost, int rows) {
    for (int i = 0; i < rows; i++) {
      float before = one[i];
      float term = other[i];
      float all = before + term;
      float own = all - before;
      lost[i] = (before - (all - own)) + (term - own);
      sum[i] = all;
    }
  }

  private static void join(
      float[] one,
      float[] oneLost,
      float[] other,
      float[] otherLost,
      float[] sum,
      float[] lost,
      int rows) {
    for (int i = 0; i < rows; i++) {
      float before = one[i];
      float term = other[i];
      float all = before + term;
      float own = all - before;
      lost[i] = oneLost[i] + (otherLost[i] + ((before - (all - own)) + (term - own)));
      sum[i] = all;
    }
  }

  /** Sets a lane, which nothing was added to, to what two columns are together. */
  void setSumOfTwo(int lane, float[] one, float[] two, int rows) {
    sums[lane] = ownSums.column(lane);
    lost[lane] = ownLost.column(lane);
    join(one, two, sums[lane], lost[lane], rows);
  }

  /** The sums of all lanes when they are folded. */
  void total(int rows, double[] totals) {
    total(sums[0], lost[0], sums[2], lost[2], sums[1], lost[1], sums[3], lost[3], totals, rows);
  }

  private static void total(
      float[] s0,
      float[] l0,
      float[] s2,
      float[] l2,
      float[] s1,
      float[] l1,
      float[] s3,
      float[] l3,
      double[] totals,
      int rows) {
    for (int i = 0; i < rows; i++) {
      double even = ((double) s0[i] + l0[i]) + ((double) s2[i] + l2[i]);
      double odd = ((double) s1[i] + l1[i]) + ((double) s3[i] + l3[i]);
      totals[i] = even + odd;
    }
  }
}
