package dev.activations.cpu;

import dev.activations.cpu.kernels.SplitLanes;
import java.util.Arrays;

/**
 * Sums of exponentials of short rows without the largest, for all rows of a tile together: {@link
 * SplitLanes} in the same order, so the bits are the same. A row has at most four elements of each
 * lane.
 */
final class SplitColumnSums {
  private static final int LANES = ColumnLanes.LANES;

  private final ColumnLanes lanes = new ColumnLanes();
  private final float[] zeros = new float[Columns.rows(1)];
  private final float[][] most = new float[LANES][];
  private final Columns ownMost = new Columns();
  private final float[] less = new float[Columns.rows(1)];
  private final float[] otherLess = new float[Columns.rows(1)];

  /** The largest term of each row, and the sum of the others. */
  void split(Columns terms, int columns, int rows, double[] others, float[] largest) {
    int count = Math.min(LANES, columns);
    lanes.clear();
    Arrays.fill(most, zeros);
    for (int i = 0; i < count; i++) {
      if (columns == 4 * LANES) {
        setFour(i, terms, rows);
      } else {
        most[i] = terms.column(i);
      }
    }
    for (int i = LANES; i < columns && columns < 4 * LANES; i++) {
      add(i % LANES, terms.column(i), rows);
    }
    for (int half = LANES / 2; half >= ColumnLanes.FOLDED; half /= 2) {
      for (int i = 0; i < half && i + half < count; i++) {
        lanes.fold(i, half, rows);
        add(i, most[i + half], rows);
      }
      count = Math.min(count, half);
    }
    lanes.total(rows, others);
    finish(most[0], most[2], most[1], most[3], others, largest, rows);
  }

  private void setFour(int lane, Columns terms, int rows) {
    float[] top = ownMost.column(lane);
    four(
        terms.column(lane),
        terms.column(lane + LANES),
        terms.column(lane + 2 * LANES),
        terms.column(lane + 3 * LANES),
        top,
        less,
        otherLess,
        rows);
    most[lane] = top;
    lanes.setSumOfTwo(lane, less, otherLess, rows);
  }

  /** The largest, the second of two pairs, and the sum of the other two. */
  private static void four(
      float[] e0,
      float[] e1,
      float[] e2,
      float[] e3,
      float[] top,
      float[] second,
      float[] two,
      int rows) {
    for (int i = 0; i < rows; i++) {
      float more = Math.max(e0[i], e1[i]);
      float otherMore = Math.max(e2[i], e3[i]);
      top[i] = Math.max(more, otherMore);
      second[i] = Math.min(more, otherMore);
      two[i] = Math.min(e0[i], e1[i]) + Math.min(e2[i], e3[i]);
    }
  }

  private void add(int lane, float[] terms, int rows) {
    float[] larger = ownMost.column(lane);
    keepLarger(most[lane], terms, larger, less, rows);
    most[lane] = larger;
    lanes.add(lane, less, rows);
  }

  private static void keepLarger(
      float[] one, float[] other, float[] larger, float[] smaller, int rows) {
    for (int i = 0; i < rows; i++) {
      float term = one[i];
      float more = other[i];
      smaller[i] = Math.min(term, more);
      larger[i] = Math.max(term, more);
    }
  }

  private static void finish(
      float[] m0, float[] m2, float[] m1, float[] m3, double[] others, float[] largest, int rows) {
    for (int i = 0; i < rows; i++) {
      float even = Math.max(m0[i], m2[i]);
      float odd = Math.max(m1[i], m3[i]);
      double smaller = (double) Math.min(m0[i], m2[i]) + Math.min(m1[i], m3[i]);
      others[i] += smaller + Math.min(even, odd);
      largest[i] = Math.max(even, odd);
    }
  }
}
