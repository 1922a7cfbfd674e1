package dev.activations.cpu;

/**
 * A tile of short rows by columns: element r of a column is that of row r. Each column is an array
 * of its own, so that the JVM vectorises loops over two of them.
 */
final class Columns {
  /** Elements of a tile: it fits the first cache, with another one. */
  private static final int ELEMENTS = 4096;

  private static final int MOST_ROWS = 512;
  private static final int LANES = 16;

  private final float[][] columns = new float[ShortRows.COLUMNS][];

  /** How many rows of so many columns go into a tile: a multiple of 16. */
  static int rows(int columns) {
    return Math.min(MOST_ROWS, ELEMENTS / columns & -LANES);
  }

  /** Whole vectors for so many rows; what is beyond the rows is anything. */
  static int whole(int rows) {
    return (rows + LANES - 1) & -LANES;
  }

  float[] column(int index) {
    float[] column = columns[index];
    if (column == null) {
      column = new float[rows(index + 1)];
      columns[index] = column;
    }
    return column;
  }

  /** Takes rows from an array. */
  void load(float[] values, int from, int rows, int count) {
    for (int i = 0; i < count; i++) {
      gather(values, from + i, count, column(i), rows);
    }
  }

  private static void gather(float[] values, int from, int stride, float[] column, int rows) {
    int at = from;
    for (int row = 0; row < rows; row++) {
      column[row] = values[at];
      at += stride;
    }
  }

  /** Gives rows to an array, but for some. */
  void store(float[] values, int from, int rows, int count, boolean[] left) {
    boolean all = true;
    for (int row = 0; row < rows; row++) {
      all &= !left[row];
    }
    for (int i = 0; i < count; i++) {
      if (all) {
        scatter(values, from + i, count, column(i), rows);
      } else {
        scatter(values, from + i, count, column(i), rows, left);
      }
    }
  }

  private static void scatter(float[] values, int from, int stride, float[] column, int rows) {
    int at = from;
    for (int row = 0; row < rows; row++) {
      values[at] = column[row];
      at += stride;
    }
  }

  private static void scatter(
      float[] values, int from, int stride, float[] column, int rows, boolean[] left) {
    int at = from;
    for (int row = 0; row < rows; row++) {
      if (!left[row]) {
        values[at] = column[row];
      }
      at += stride;
    }
  }
}
