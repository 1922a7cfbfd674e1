package dev.activations.cpu;

import dev.activations.cpu.kernels.LaneSums;
import dev.activations.cpu.kernels.RowKernels;

/**
 * Sums of short rows, for all rows of a tile together: the additions of {@link LaneSums} in the
 * same order, so the bits are the same. A row has at most one group of elements.
 */
final class ColumnSums {
  private static final int LANES = RowKernels.LANES;

  private final Columns lanes = new Columns();

  /** The sums of rows; a sum of zeros is +0. */
  void sum(Columns terms, int columns, int rows, float[] sums) {
    int count = Math.min(LANES, columns);
    for (int i = 0; i < count; i++) {
      System.arraycopy(terms.column(i), 0, lane(i), 0, rows);
    }
    for (int i = LANES; i < columns; i++) {
      add(lane(i % LANES), terms.column(i), rows);
    }
    total(count, rows, sums);
  }

  /** The sums of products. */
  void sumOfProducts(Columns y, Columns dy, int columns, int rows, float[] sums) {
    int count = Math.min(LANES, columns);
    for (int i = 0; i < count; i++) {
      multiply(y.column(i), dy.column(i), lane(i), rows);
    }
    for (int i = LANES; i < columns; i++) {
      addProducts(lane(i % LANES), y.column(i), dy.column(i), rows);
    }
    total(count, rows, sums);
  }

  /** The largest element of each row, or the smallest; NaN where there is one. */
  void tops(Columns x, int columns, int rows, boolean smallest, float[] tops) {
    System.arraycopy(x.column(0), 0, tops, 0, rows);
    for (int i = 1; i < columns; i++) {
      if (smallest) {
        keepSmallest(tops, x.column(i), rows);
      } else {
        keepLargest(tops, x.column(i), rows);
      }
    }
  }

  private static void keepLargest(float[] tops, float[] x, int rows) {
    for (int i = 0; i < rows; i++) {
      tops[i] = Math.max(tops[i], x[i]);
    }
  }

  private static void keepSmallest(float[] tops, float[] x, int rows) {
    for (int i = 0; i < rows; i++) {
      tops[i] = Math.min(tops[i], x[i]);
    }
  }

  /** The sum of the lanes: of halves, quarters and so on. */
  private void total(int count, int rows, float[] sums) {
    int width = count;
    for (int half = LANES / 2; half > 0; half /= 2) {
      for (int i = half; i < width; i++) {
        add(lane(i - half), lane(i), rows);
      }
      width = Math.min(width, half);
    }
    plusZero(lane(0), sums, rows);
  }

  private float[] lane(int index) {
    return lanes.column(index);
  }

  private static void plusZero(float[] terms, float[] sums, int rows) {
    for (int i = 0; i < rows; i++) {
      sums[i] = terms[i] + 0f;
    }
  }

  private static void add(float[] sums, float[] terms, int rows) {
    for (int i = 0; i < rows; i++) {
      sums[i] += terms[i];
    }
  }

  private static void multiply(float[] y, float[] dy, float[] products, int rows) {
    for (int i = 0; i < rows; i++) {
      products[i] = y[i] * dy[i];
    }
  }

  private static void addProducts(float[] sums, float[] y, float[] dy, int rows) {
    for (int i = 0; i < rows; i++) {
      sums[i] += y[i] * dy[i];
    }
  }
}
