package dev.activations.tornado.kernels;

import uk.ac.manchester.tornado.api.WorkerGrid;
import uk.ac.manchester.tornado.api.WorkerGrid1D;

/**
 * Grids that keep the launch contracts of the kernels: whole work-groups of {@link
 * RowKernels#LANES}, since a device drops the tail of others or refuses them.
 */
public final class Grids {
  /**
   * An item for each element as long as launches stay reasonable: where work-items are loops on a
   * processor, strides of a power of two miss its caches (17 times as slow on PoCL).
   */
  private static final long MOST_ITEMS = 1 << 26;

  private Grids() {}

  /**
   * For elementwise kernels, which stride over the elements.
   *
   * @param count the elements
   * @return the grid
   */
  public static WorkerGrid elements(int count) {
    return resize(new WorkerGrid1D(RowKernels.LANES), strides(count));
  }

  /**
   * For the kernels of short rows, which stride over the rows.
   *
   * @param rows the rows
   * @return the grid
   */
  public static WorkerGrid shortRows(int rows) {
    return resize(new WorkerGrid1D(RowKernels.LANES), strides(rows));
  }

  /**
   * For the kernels of long rows: a work-group for each.
   *
   * @param rows the rows, at most 2^24
   * @return the grid
   */
  public static WorkerGrid longRows(int rows) {
    return resize(new WorkerGrid1D(RowKernels.LANES), groupPerRow(rows));
  }

  /**
   * The work-items for kernels that stride.
   *
   * @param count the elements or rows
   * @return the global size
   */
  public static long strides(int count) {
    long items = Math.max(1, Math.min(count, MOST_ITEMS));
    return (items + RowKernels.LANES - 1) / RowKernels.LANES * RowKernels.LANES;
  }

  /**
   * The work-items for kernels of long rows.
   *
   * @param rows the rows
   * @return the global size
   */
  public static long groupPerRow(int rows) {
    return (long) rows * RowKernels.LANES;
  }

  /**
   * Sets the size of a grid for the next execution, which needs no new compilation.
   *
   * @param grid the grid
   * @param items the global size
   * @return the grid
   */
  public static WorkerGrid resize(WorkerGrid grid, long items) {
    grid.setGlobalWork(items, 1, 1);
    grid.setLocalWork(RowKernels.LANES, 1, 1);
    return grid;
  }
}
