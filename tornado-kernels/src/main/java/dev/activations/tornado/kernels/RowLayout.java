package dev.activations.tornado.kernels;

/** How the work-items of a device share the rows of a row operation. */
public enum RowLayout {
  /** A work-item for each row. */
  SHORT,
  /** A work-group for each row. */
  LONG,
  /** Many work-groups for each row: few rows that are very long. */
  CHUNKS;

  /** The most rows that are cut into chunks: more of them fill a device as they are. */
  public static final int MOST_ROWS = 64;

  /** The most chunks of all rows together. */
  public static final int MOST_CHUNKS = 4096;

  private static final int MOST_CHUNKS_OF_A_ROW = 256;
  private static final int LEAST_CHUNK = 1 << 13;
  private static final int CHUNKS_FROM = 1 << 16;

  /**
   * The fastest layout.
   *
   * @param rows how many rows
   * @param columns the elements of each
   * @return the layout
   */
  public static RowLayout of(int rows, int columns) {
    if (columns <= RowKernels.SHORT_UP_TO) {
      return SHORT;
    }
    return columns >= CHUNKS_FROM && rows <= MOST_ROWS ? CHUNKS : LONG;
  }

  /**
   * What the kernels of chunks read as their shape; those of rows read the first three.
   *
   * @param rows how many rows
   * @param columns the elements of each
   * @return {elements, rows, columns, chunks of a row, columns of a chunk}
   */
  public static int[] shape(int rows, int columns) {
    int most =
        Math.max(
            1,
            Math.min(MOST_CHUNKS_OF_A_ROW, MOST_CHUNKS / Math.max(1, Math.min(rows, MOST_CHUNKS))));
    int width = Math.max(LEAST_CHUNK, (int) (((long) columns + most - 1) / most));
    int chunks = Math.max(1, (int) (((long) columns + width - 1) / width));
    return new int[] {rows * columns, rows, columns, chunks, width};
  }
}
