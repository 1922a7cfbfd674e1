package dev.activations.cpu.kernels;

/**
 * Loops over many rows at a time, or many pieces of one, without a shift of the exponentials.
 * Counts are a multiple of {@link RowKernels#LANES}, where sums are taken at most {@link
 * Scratch#BLOCK}; results are those of {@link RowKernels}.
 */
public interface RowBatchKernels {
  /**
   * y = exp(x); adds them to the lanes: {@link ExactLanes}.
   *
   * @param c offset and lowest
   * @param x input
   * @param xFrom index of its first element
   * @param y output
   * @param yFrom index of its first element
   * @param rows how many
   * @param stride from the first element of a row to that of the next
   * @param count elements of each
   * @param lanes 16 sums for each row
   * @param lost what they lack, at the same indices
   * @param lanesFrom index of the first of them
   * @param lanesStride from the first of a row to that of the next
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
      int lanesFrom,
      int lanesStride);

  /**
   * Adds exp(x) to the lanes, without the largest of each: {@link SplitLanes}. And y = x, which
   * brings the lines of y into the cache while there is much to compute.
   *
   * @param c offset and lowest
   * @param x input
   * @param xFrom index of its first element
   * @param y output, may be x
   * @param yFrom index of its first element
   * @param rows how many
   * @param stride from the first element of a row to that of the next
   * @param count elements of each
   * @param terms room for all exponentials
   * @param lanes 16 sums for each row
   * @param lost what they lack, at the same indices
   * @param most 16 maxima for each row, at the same indices
   * @param lanesFrom index of the first of them
   * @param lanesStride from the first of a row to that of the next
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
      float[] terms,
      float[] lanes,
      float[] lost,
      float[] most,
      int lanesFrom,
      int lanesStride);

  /**
   * {@link ExactLanes#fold} of many lanes.
   *
   * @param lanes 16 sums for each row, and room for 16 more floats
   * @param lost what they lack
   * @param rows how many
   */
  void foldSums(float[] lanes, float[] lost, int rows);

  /**
   * {@link SplitLanes#fold} of many lanes.
   *
   * @param lanes 16 sums for each row, and room for 16 more floats
   * @param lost what they lack
   * @param most the largest of each lane
   * @param rows how many
   */
  void foldTerms(float[] lanes, float[] lost, float[] most, int rows);

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
