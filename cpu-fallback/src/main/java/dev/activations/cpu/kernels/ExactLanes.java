package dev.activations.cpu.kernels;

/**
 * Sums in lanes that keep their digits: beside the rounded sum of a lane is the sum of what
 * rounding took from its additions. Four elements of a lane are added first, two and two, which
 * loses at most 2^-24 of their sum; nothing else loses more than 2^-40 or so, whatever the sizes of
 * the elements and their order. Each addition to {@link LaneSums} may be off by 2^-24 of the sum.
 */
public final class ExactLanes {
  private static final int LANES = RowKernels.LANES;

  private ExactLanes() {}

  /**
   * Adds elements to the lanes: all fours, then what is left one by one.
   *
   * @param block the elements, not negative
   * @param from index of the first
   * @param count how many, a multiple of 16
   * @param lanes the 16 sums
   * @param lost what they lack
   */
  public static void add(float[] block, int from, int count, float[] lanes, float[] lost) {
    int end = from + count;
    int fours = end - count % (4 * LANES);
    for (int lane = 0; lane < LANES; lane++) {
      float sum = lanes[lane];
      float sumLost = lost[lane];
      int i = from + lane;
      for (; i < fours; i += 4 * LANES) {
        float one = block[i] + block[i + LANES];
        float two = block[i + 2 * LANES] + block[i + 3 * LANES];
        float before = sum;
        sum += one + two;
        sumLost += lost(one, two, before, sum);
      }
      lanes[lane] = sum;
      lost[lane] = sumLost;
      for (; i < end; i += LANES) {
        add(lanes, lost, lane, block[i]);
      }
    }
  }

  /** What a sum before and the float of two numbers, not negative, lack in the sum after. */
  static float lost(float one, float two, float before, float after) {
    float own = after - before;
    float ofTwo = (LaneSums.larger(one, two) - own) + LaneSums.smaller(one, two);
    return (before - (after - own)) + ofTwo;
  }

  /**
   * What the sum of two floats lacks; exact, whichever is larger.
   *
   * @param one a number
   * @param other a number
   * @param sum their sum, as a float
   * @return the rest
   */
  public static float lost(float one, float other, float sum) {
    float own = sum - one;
    return (one - (sum - own)) + (other - own);
  }

  /** Adds an element to a lane. */
  static void add(float[] lanes, float[] lost, int lane, float element) {
    float all = lanes[lane] + element;
    lost[lane] += lost(lanes[lane], element, all);
    lanes[lane] = all;
  }

  /** Adds a sum, and what it lacks, to a lane. */
  static void join(float[] lanes, float[] lost, int lane, float sum, float sumLost) {
    float all = lanes[lane] + sum;
    lost[lane] += sumLost + lost(lanes[lane], sum, all);
    lanes[lane] = all;
  }

  /**
   * Adds the second half of the lanes to the first, and that of these, until four are left.
   *
   * @param lanes the sums
   * @param lost what they lack
   * @param from index of the first of 16
   */
  public static void fold(float[] lanes, float[] lost, int from) {
    for (int half = LANES / 2; half >= 4; half /= 2) {
      for (int i = from; i < from + half; i++) {
        join(lanes, lost, i, lanes[i + half], lost[i + half]);
      }
    }
  }

  /**
   * The sum of lanes that are folded.
   *
   * @param lanes the sums
   * @param lost what they lack
   * @param from index of the first of four
   * @return their sum
   */
  public static double total(float[] lanes, float[] lost, int from) {
    double s0 = (double) lanes[from] + lost[from];
    double s1 = (double) lanes[from + 1] + lost[from + 1];
    double s2 = (double) lanes[from + 2] + lost[from + 2];
    double s3 = (double) lanes[from + 3] + lost[from + 3];
    return (s0 + s2) + (s1 + s3);
  }
}
