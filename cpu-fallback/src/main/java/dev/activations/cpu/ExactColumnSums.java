package dev.activations.cpu;

import dev.activations.cpu.kernels.ExactLanes;

/**
 * Sums of exponentials of short rows, for all rows of a tile together: {@link ExactLanes} in the
 * same order, so the bits are the same. A row has less than four elements of each lane.
 */
final class ExactColumnSums {
  private final ColumnLanes lanes = new ColumnLanes();

  /** The sums of rows. */
  void sum(Columns terms, int columns, int rows, double[] sums) {
    int count = Math.min(ColumnLanes.LANES, columns);
    lanes.clear();
    for (int i = 0; i < count; i++) {
      lanes.set(i, terms.column(i));
    }
    for (int i = count; i < columns; i++) {
      lanes.add(i % ColumnLanes.LANES, terms.column(i), rows);
    }
    for (int half = ColumnLanes.LANES / 2; half >= ColumnLanes.FOLDED; half /= 2) {
      for (int i = 0; i < half && i + half < count; i++) {
        lanes.fold(i, half, rows);
      }
      count = Math.min(count, half);
    }
    lanes.total(rows, sums);
  }
}
