package dev.activations.tornado.kernels;

import uk.ac.manchester.tornado.api.WorkerGrid;
import uk.ac.manchester.tornado.api.WorkerGrid1D;

/**
 * Grids that keep the launch contracts of the kernels: whole work-groups of {@link
 * RowKernels#LANES}, since a device drops the tail of others or refuses them.
 */
public final class Grids {
  /** Enough to fill any device. */
  private static final long MOST_ITEMS = 1 << 26;

  /** Elements for each work-item of an elementwise kernel on a GPU. */
  public static final int PER_ITEM_OF_GPU = 4;

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
    return strides(count, 1);
  }

  /**
   * The work-items for kernels that stride, several elements for each.
   *
   * @param count the elements
   * @param perItem how many elements a work-item takes at least. A GPU is fastest with {@value
   *     #PER_ITEM_OF_GPU}: an H100 copies 16 million elements at 2168 GB/s so, 1538 with one and
   *     2054 with sixteen. Where work-items are loops on a processor it is 1: strides of a power of
   *     two miss its caches, which makes a copy 17 times as slow on PoCL
   * @return the global size
   */
  public static long strides(int count, int perItem) {
    long needed = ((long) count + perItem - 1) / perItem;
    long items = Math.max(1, Math.min(needed, MOST_ITEMS));
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
   * The work-items for kernels of chunks.
   *
   * @param rows the rows
   * @param columns the elements of each
   * @return the global size
   */
  public static long groupPerChunk(int rows, int columns) {
    return groupPerRow(rows * RowLayout.shape(rows, columns)[3]);
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
