package dev.activations.cpu;

import dev.activations.cpu.kernels.ExactLanes;
import dev.activations.cpu.kernels.RowKernels;

/**
 * Sums of exponentials of short rows, for all rows of a tile together: {@link ExactLanes} in the
 * same order, so the bits are the same. What the float of the sum of two is and what it lost add up
 * to their sum in double, and a lane has no more than two, where short rows are faster.
 */
final class ExactColumnSums {
  private static final int LANES = RowKernels.LANES;

  /** The second half of what is added, for the lanes 1, 2, 4 and 8 apart. */
  private final double[][] halves = new double[4][Columns.rows(1)];

  /** The sums of rows. */
  void sum(Columns terms, int columns, int rows, double[] sums) {
    sum(terms, columns, 0, 1, rows, sums);
  }

  /** Of the lanes from one on, so far apart: of the first half and of the other. */
  private void sum(Columns terms, int columns, int first, int apart, int rows, double[] sums) {
    if (apart == LANES) {
      lane(terms, columns, first, rows, sums);
      return;
    }
    sum(terms, columns, first, 2 * apart, rows, sums);
    int other = first + apart;
    if (2 * apart == LANES && other < columns && other + LANES >= columns) {
      add(sums, terms.column(other), rows);
    } else if (other < columns) {
      double[] half = halves[Integer.numberOfTrailingZeros(apart)];
      sum(terms, columns, other, 2 * apart, rows, half);
      add(sums, half, rows);
    }
  }

  private static void lane(Columns terms, int columns, int first, int rows, double[] sums) {
    set(sums, terms.column(first), rows);
    if (first + LANES < columns) {
      add(sums, terms.column(first + LANES), rows);
    }
  }

  private static void set(double[] sums, float[] terms, int rows) {
    for (int i = 0; i < rows; i++) {
      sums[i] = terms[i];
    }
  }

  private static void add(double[] sums, float[] terms, int rows) {
    for (int i = 0; i < rows; i++) {
      sums[i] += terms[i];
    }
  }

  private static void add(double[] sums, double[] terms, int rows) {
    for (int i = 0; i < rows; i++) {
      sums[i] += terms[i];
    }
  }
}
