package dev.activations.cpu.kernels;

/**
 * Loops over many rows at a time, or many pieces of one, without a shift of the exponentials.
 * Counts are a multiple of {@link RowKernels#LANES}, where sums are taken at most {@link
 * Scratch#BLOCK}; results are those of {@link RowKernels}.
 */
public interface RowBatchKernels {
  /**
   * y = exp(x), and their sums: {@link ExactLanes}.
   *
   * @param c offset and lowest
   * @param x input
   * @param xFrom index of its first element
   * @param y output
   * @param yFrom index of its first element
   * @param rows how many
   * @param stride from the first element of a row to that of the next
   * @param count elements of each
   * @param lanes gets 16 sums for each row
   * @param lost gets what they lack, at the same indices
   * @param lanesFrom index of the first of them
   */
  void exponentialsOfRows(
      RowConstants c,
      float[] x,
      int xFrom,
      float[] y,
      int yFrom,
      int rows,
      int stride,
      int count,
      float[] lanes,
      float[] lost,
      int lanesFrom);

  /**
   * The sums of exp(x) without the largest of each lane, those, and y = x, which brings the lines
   * of y into the cache while there is much to compute.
   *
   * @param c offset and lowest
   * @param x input
   * @param xFrom index of its first element
   * @param y output, may be x
   * @param yFrom index of its first element
   * @param rows how many
   * @param stride from the first element of a row to that of the next
   * @param count elements of each
   * @param lanes gets 16 sums for each row
   * @param most gets 16 maxima for each row, at the same indices
   * @param lanesFrom index of the first of them
   */
  void termsOfRows(
      RowConstants c,
      float[] x,
      int xFrom,
      float[] y,
      int yFrom,
      int rows,
      int stride,
      int count,
      float[] lanes,
      float[] most,
      int lanesFrom);

  /**
   * y = y factor, with a factor of two floats for each row.
   *
   * @param y input and output
   * @param yFrom index of its first element
   * @param rows how many
   * @param stride from the first element of a row to that of the next
   * @param count elements of each
   * @param high the factors
   * @param low what the floats leave of them
   */
  void scaleRows(float[] y, int yFrom, int rows, int stride, int count, float[] high, float[] low);

  /**
   * y = y - number, with a number of two floats for each row.
   *
   * @param y input and output
   * @param yFrom index of its first element
   * @param rows how many
   * @param stride from the first element of a row to that of the next
   * @param count elements of each
   * @param high the numbers
   * @param low what the floats leave of them
   */
  void shiftRows(float[] y, int yFrom, int rows, int stride, int count, float[] high, float[] low);
}
