package dev.activations.cpu.kernels;

/** Memory that a thread has for what lies between loops; made once, so that no call allocates. */
public final class Scratch {
  /** Floats in a block: a few blocks fit the first cache. */
  public static final int BLOCK = 1024;

  /** More blocks than any kernel needs. */
  private static final int BLOCKS = 64;

  /**
   * Blocks that begin at equal addresses modulo 4096 make a processor take a load for one of the
   * stores before it, which costs up to the fivefold time; this sets those that are allocated one
   * after the other apart.
   */
  private static final int APART = 160;

  /** What is kept for the next call: 256 KiB. */
  private static final int KEPT_BYTES = 1 << 18;

  private static final int TAILS = 3;

  private final float[][] blocks = new float[BLOCKS][];
  private final float[] slopes = new float[BLOCK];
  private final float[][] tails = new float[TAILS][RowKernels.LANES];
  private final float[] lanes = new float[RowKernels.LANES];
  private final float[] lost = new float[RowKernels.LANES];
  private final float[] most = new float[RowKernels.LANES];
  private final RowConstants constants = new RowConstants();
  private float[] floats = new float[0];
  private double[] doubles = new double[0];

  /** Memory that is empty until it is asked for. */
  public Scratch() {}

  /**
   * A block, for the loops of a kernel.
   *
   * @param index from 0 on
   * @return at least {@link #BLOCK} floats, whatever they are
   */
  public float[] block(int index) {
    float[] block = blocks[index];
    if (block == null) {
      block = new float[BLOCK + APART];
      blocks[index] = block;
    }
    return block;
  }

  /**
   * Derivatives on their way into a product.
   *
   * @return {@link #BLOCK} floats
   */
  public float[] slopes() {
    return slopes;
  }

  /**
   * What is left of an array that is not a whole number of vectors.
   *
   * @param index 0, 1 or 2
   * @return 16 floats, whatever they are
   */
  public float[] tail(int index) {
    return tails[index];
  }

  /**
   * Partial sums.
   *
   * @return 16 floats
   */
  public float[] lanes() {
    return lanes;
  }

  /**
   * What rounding took from each partial sum.
   *
   * @return 16 floats
   */
  public float[] lost() {
    return lost;
  }

  /**
   * The largest of the terms of each partial sum.
   *
   * @return 16 floats
   */
  public float[] most() {
    return most;
  }

  /**
   * The numbers of a row.
   *
   * @return always the same object
   */
  public RowConstants constants() {
    return constants;
  }

  /**
   * Memory for what lies between two steps.
   *
   * @param count how many
   * @return at least so many floats, the same ones for the next call
   */
  public float[] floats(int count) {
    if (floats.length >= count) {
      return floats;
    }
    float[] more = new float[count];
    if (4L * count <= KEPT_BYTES) {
      floats = more;
    }
    return more;
  }

  /**
   * Memory for what lies between two steps.
   *
   * @param count how many
   * @return at least so many doubles, the same ones for the next call
   */
  public double[] doubles(int count) {
    if (doubles.length >= count) {
      return doubles;
    }
    double[] more = new double[count];
    if (8L * count <= KEPT_BYTES) {
      doubles = more;
    }
    return more;
  }
}
