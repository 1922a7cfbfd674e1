package dev.activations.tornado;

import dev.activations.tornado.kernels.Grids;

/** How the work-items of a task are laid out: what its kernel states as its launch contract. */
enum Launch {
  /** Work-items that stride over the elements. */
  ELEMENTS {
    @Override
    long items(int rows, int columns, int perItem) {
      return Grids.strides(rows * columns, perItem);
    }
  },
  /** Work-items that stride over the rows. */
  ROWS {
    @Override
    long items(int rows, int columns, int perItem) {
      return Grids.strides(rows);
    }
  },
  /** A work-group for each row. */
  GROUP_PER_ROW {
    @Override
    long items(int rows, int columns, int perItem) {
      return Grids.groupPerRow(rows);
    }
  },
  /** A work-group for each chunk of a row. */
  GROUP_PER_CHUNK {
    @Override
    long items(int rows, int columns, int perItem) {
      return Grids.groupPerChunk(rows, columns);
    }
  };

  /**
   * The global size.
   *
   * @param perItem elements for each work-item of an elementwise kernel
   */
  abstract long items(int rows, int columns, int perItem);
}
