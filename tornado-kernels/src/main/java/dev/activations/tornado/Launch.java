package dev.activations.tornado;

import dev.activations.tornado.kernels.RowKernels;
import uk.ac.manchester.tornado.api.WorkerGrid;

/** How the work-items of a task are laid out: what its kernel states as its launch contract. */
enum Launch {
  /** Work-items that stride over the elements. */
  ELEMENTS {
    @Override
    long items(int elements, int rows) {
      return Math.min(elements, MOST_ITEMS);
    }
  },
  /** Work-items that stride over the rows. */
  ROWS {
    @Override
    long items(int elements, int rows) {
      return Math.min(rows, MOST_ITEMS);
    }
  },
  /** A work-group for each row. */
  GROUP_PER_ROW {
    @Override
    long items(int elements, int rows) {
      return (long) rows * RowKernels.LANES;
    }
  };

  /** Enough to fill any device; more would only add to what the scheduler does. */
  private static final long MOST_ITEMS = 1 << 20;

  abstract long items(int elements, int rows);

  /** Whole work-groups: with others a device drops the tail or refuses the launch. */
  void apply(WorkerGrid grid, int elements, int rows) {
    long groups = (items(elements, rows) + RowKernels.LANES - 1) / RowKernels.LANES;
    grid.setGlobalWork(Math.max(1, groups) * RowKernels.LANES, 1, 1);
    grid.setLocalWork(RowKernels.LANES, 1, 1);
  }
}
