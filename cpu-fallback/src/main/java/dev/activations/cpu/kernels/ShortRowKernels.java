package dev.activations.cpu.kernels;

/**
 * Loops over many short rows at a time, without a shift of the exponentials. Columns are a multiple
 * of {@link RowKernels#LANES}, at most {@link Scratch#BLOCK}; results are those of {@link
 * RowKernels}.
 */
public interface ShortRowKernels {
  /**
   * y = exp(x), and their sums.
   *
   * @param c offset and lowest
   * @param x input
   * @param xFrom index of its first element
   * @param y output
   * @param yFrom index of its first element
   * @param rows how many
   * @param columns of each
   * @param lanes gets 16 sums for each row
   */
  void exponentialsOfRows(
      RowConstants c,
      float[] x,
      int xFrom,
      float[] y,
      int yFrom,
      int rows,
      int columns,
      float[] lanes);

  /**
   * The sums of exp(x), the largest of them, and y = x, which brings the lines of y into the cache
   * while there is much to compute.
   *
   * @param c offset and lowest
   * @param x input
   * @param xFrom index of its first element
   * @param y output, may be x
   * @param yFrom index of its first element
   * @param rows how many
   * @param columns of each
   * @param lanes gets 16 sums for each row
   * @param most gets 16 maxima for each row
   */
  void termsOfRows(
      RowConstants c,
      float[] x,
      int xFrom,
      float[] y,
      int yFrom,
      int rows,
      int columns,
      float[] lanes,
      float[] most);

  /**
   * y = y factor, with a factor of two floats for each row.
   *
   * @param y input and output
   * @param yFrom index of its first element
   * @param rows how many
   * @param columns of each
   * @param high the factors
   * @param low what the floats leave of them
   */
  void scaleRows(float[] y, int yFrom, int rows, int columns, float[] high, float[] low);

  /**
   * y = y - number, with a number of two floats for each row.
   *
   * @param y input and output
   * @param yFrom index of its first element
   * @param rows how many
   * @param columns of each
   * @param high the numbers
   * @param low what the floats leave of them
   */
  void shiftRows(float[] y, int yFrom, int rows, int columns, float[] high, float[] low);
}
