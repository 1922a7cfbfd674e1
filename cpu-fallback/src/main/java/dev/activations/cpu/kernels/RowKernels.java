package dev.activations.cpu.kernels;

/**
 * The loops over a row, or over a block of one. Counts are multiples of {@link #LANES}, at most
 * {@link Scratch#BLOCK}. Sums run in 16 lanes, element i in lane i modulo 16, whatever the width of
 * a vector, so that every implementation gives the same bits. Each output may be an input at the
 * same index.
 */
public interface RowKernels {
  /** The number of partial sums. */
  int LANES = 16;

  /**
   * y = exp(x) 2^-N, for a sign of 1 and a factor of 1; adds them to the lanes: {@link
   * ExactLanes#add}.
   *
   * @param c offset and lowest
   * @param scratch memory of the calling thread
   * @param x input
   * @param xFrom index of its first element
   * @param y output
   * @param yFrom index of its first element
   * @param count how many
   * @param lanes the sums
   * @param lost what they lack
   */
  void exponentials(
      RowConstants c,
      Scratch scratch,
      float[] x,
      int xFrom,
      float[] y,
      int yFrom,
      int count,
      float[] lanes,
      float[] lost);

  /**
   * As {@link #exponentials}, of sign x factor.
   *
   * @param c offset, lowest, sign and factor
   * @param scratch memory of the calling thread
   * @param x input
   * @param xFrom index of its first element
   * @param y output
   * @param yFrom index of its first element
   * @param count how many
   * @param lanes the sums
   * @param lost what they lack
   */
  void scaledExponentials(
      RowConstants c,
      Scratch scratch,
      float[] x,
      int xFrom,
      float[] y,
      int yFrom,
      int count,
      float[] lanes,
      float[] lost);

  /**
   * Adds exp(x) 2^-N to the lanes, without the largest of each, which are kept in most: {@link
   * SplitLanes#add}.
   *
   * @param c offset and lowest
   * @param scratch memory of the calling thread
   * @param x input
   * @param xFrom index of its first element
   * @param count how many
   * @param lanes the sums
   * @param lost what they lack
   * @param most the largest term of each lane
   */
  void sums(
      RowConstants c,
      Scratch scratch,
      float[] x,
      int xFrom,
      int count,
      float[] lanes,
      float[] lost,
      float[] most);

  /**
   * As {@link #sums}, of sign x factor.
   *
   * @param c offset, lowest, sign and factor
   * @param scratch memory of the calling thread
   * @param x input
   * @param xFrom index of its first element
   * @param count how many
   * @param lanes the sums
   * @param lost what they lack
   * @param most the largest term of each lane
   */
  void scaledSums(
      RowConstants c,
      Scratch scratch,
      float[] x,
      int xFrom,
      int count,
      float[] lanes,
      float[] lost,
      float[] most);

  /**
   * y = y factor.
   *
   * @param c factor
   * @param scratch memory of the calling thread
   * @param y input and output
   * @param yFrom index of its first element
   * @param count how many
   */
  void scale(RowConstants c, Scratch scratch, float[] y, int yFrom, int count);

  /**
   * y = x - logarithm.
   *
   * @param c logarithm
   * @param scratch memory of the calling thread
   * @param x input
   * @param xFrom index of its first element
   * @param y output
   * @param yFrom index of its first element
   * @param count how many
   */
  void shift(
      RowConstants c, Scratch scratch, float[] x, int xFrom, float[] y, int yFrom, int count);

  /**
   * y = x factor - logarithm.
   *
   * @param c factor and logarithm
   * @param scratch memory of the calling thread
   * @param x input
   * @param xFrom index of its first element
   * @param y output
   * @param yFrom index of its first element
   * @param count how many
   */
  void scaledShift(
      RowConstants c, Scratch scratch, float[] x, int xFrom, float[] y, int yFrom, int count);

  /**
   * y = (x - top) factor - logarithm.
   *
   * @param c top, factor and logarithm
   * @param scratch memory of the calling thread
   * @param x input
   * @param xFrom index of its first element
   * @param y output
   * @param yFrom index of its first element
   * @param count how many
   */
  void logarithms(
      RowConstants c, Scratch scratch, float[] x, int xFrom, float[] y, int yFrom, int count);

  /**
   * Adds y dy to the lanes.
   *
   * @param c not used
   * @param scratch memory of the calling thread
   * @param y output of the forward
   * @param yFrom index of its first element
   * @param dy gradient of the output
   * @param dyFrom index of its first element
   * @param count how many
   * @param lanes the sums
   */
  void products(
      RowConstants c,
      Scratch scratch,
      float[] y,
      int yFrom,
      float[] dy,
      int dyFrom,
      int count,
      float[] lanes);

  /**
   * Adds dy to the lanes.
   *
   * @param c not used
   * @param scratch memory of the calling thread
   * @param dy gradient of the output
   * @param dyFrom index of its first element
   * @param count how many
   * @param lanes the sums
   */
  void gradients(RowConstants c, Scratch scratch, float[] dy, int dyFrom, int count, float[] lanes);

  /**
   * dx = y scale (dy - total) factor.
   *
   * @param c total, scale and factor
   * @param scratch memory of the calling thread
   * @param y output of the forward
   * @param yFrom index of its first element
   * @param dy gradient of the output
   * @param dyFrom index of its first element
   * @param dx gradient of the input
   * @param dxFrom index of its first element
   * @param count how many
   */
  void softmaxBackward(
      RowConstants c,
      Scratch scratch,
      float[] y,
      int yFrom,
      float[] dy,
      int dyFrom,
      float[] dx,
      int dxFrom,
      int count);

  /**
   * dx = (dy scale - exp(y) 2^-N total) factor.
   *
   * @param c offset, lowest, total, scale and factor
   * @param scratch memory of the calling thread
   * @param y output of the forward
   * @param yFrom index of its first element
   * @param dy gradient of the output
   * @param dyFrom index of its first element
   * @param dx gradient of the input
   * @param dxFrom index of its first element
   * @param count how many
   */
  void logSoftmaxBackward(
      RowConstants c,
      Scratch scratch,
      float[] y,
      int yFrom,
      float[] dy,
      int dyFrom,
      float[] dx,
      int dxFrom,
      int count);

  /**
   * {@link #scaledExponentials} of one column of many rows, without sums.
   *
   * @param c sign and factor
   * @param scratch memory of the calling thread
   * @param x input
   * @param xFrom index of its first element
   * @param offset of each row: {@link RowConstants#offset}
   * @param offsetFrom index of its first element
   * @param lowest of each row: {@link RowConstants#lowest}
   * @param lowestFrom index of its first element
   * @param y output
   * @param yFrom index of its first element
   * @param count how many rows
   */
  void exponentialsOfColumn(
      RowConstants c,
      Scratch scratch,
      float[] x,
      int xFrom,
      float[] offset,
      int offsetFrom,
      float[] lowest,
      int lowestFrom,
      float[] y,
      int yFrom,
      int count);

  /**
   * y = y factor, of one column of many rows.
   *
   * @param c not used
   * @param scratch memory of the calling thread
   * @param y output
   * @param yFrom index of its first element
   * @param high the factor of each row
   * @param highFrom index of its first element
   * @param low what the float leaves of it
   * @param lowFrom index of its first element
   * @param count how many rows
   */
  void scaleColumn(
      RowConstants c,
      Scratch scratch,
      float[] y,
      int yFrom,
      float[] high,
      int highFrom,
      float[] low,
      int lowFrom,
      int count);

  /**
   * y = (x - top) factor - logarithm, of one column of many rows.
   *
   * @param c factor
   * @param scratch memory of the calling thread
   * @param x input
   * @param xFrom index of its first element
   * @param top of each row: its largest element, or 0
   * @param topFrom index of its first element
   * @param factorLow of each row: {@link RowConstants#factorLow}, or 0
   * @param factorLowFrom index of its first element
   * @param logarithm of each row
   * @param logarithmFrom index of its first element
   * @param logarithmLow what the float leaves of it, or 0
   * @param logarithmLowFrom index of its first element
   * @param y output
   * @param yFrom index of its first element
   * @param count how many rows
   */
  void shiftColumn(
      RowConstants c,
      Scratch scratch,
      float[] x,
      int xFrom,
      float[] top,
      int topFrom,
      float[] factorLow,
      int factorLowFrom,
      float[] logarithm,
      int logarithmFrom,
      float[] logarithmLow,
      int logarithmLowFrom,
      float[] y,
      int yFrom,
      int count);

  /**
   * {@link #softmaxBackward} of one column of many rows.
   *
   * @param c scale and factor
   * @param scratch memory of the calling thread
   * @param y output
   * @param yFrom index of its first element
   * @param dy gradient of the output
   * @param dyFrom index of its first element
   * @param total of each row: {@link RowConstants#total}
   * @param totalFrom index of its first element
   * @param dx gradient of the input
   * @param dxFrom index of its first element
   * @param count how many rows
   */
  void softmaxBackwardOfColumn(
      RowConstants c,
      Scratch scratch,
      float[] y,
      int yFrom,
      float[] dy,
      int dyFrom,
      float[] total,
      int totalFrom,
      float[] dx,
      int dxFrom,
      int count);

  /**
   * {@link #logSoftmaxBackward} of one column of many rows.
   *
   * @param c scale and factor
   * @param scratch memory of the calling thread
   * @param y output
   * @param yFrom index of its first element
   * @param dy gradient of the output
   * @param dyFrom index of its first element
   * @param offset of each row: {@link RowConstants#offset}
   * @param offsetFrom index of its first element
   * @param lowest of each row: {@link RowConstants#lowest}
   * @param lowestFrom index of its first element
   * @param minusTotal of each row: -{@link RowConstants#total}
   * @param minusTotalFrom index of its first element
   * @param dx gradient of the input
   * @param dxFrom index of its first element
   * @param count how many rows
   */
  void logSoftmaxBackwardOfColumn(
      RowConstants c,
      Scratch scratch,
      float[] y,
      int yFrom,
      float[] dy,
      int dyFrom,
      float[] offset,
      int offsetFrom,
      float[] lowest,
      int lowestFrom,
      float[] minusTotal,
      int minusTotalFrom,
      float[] dx,
      int dxFrom,
      int count);
}
