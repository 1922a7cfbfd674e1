package dev.activations.cpu.kernels;

import java.util.Arrays;

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
   * Adds elements to the lanes: the sum of all fours, then what is left one by one.
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
      float sum = 0;
      float sumLost = 0;
      int i = from + lane;
      for (; i < fours; i += 4 * LANES) {
        float one = block[i] + block[i + LANES];
        float two = block[i + 2 * LANES] + block[i + 3 * LANES];
        float larger = LaneSums.larger(one, two);
        float smaller = LaneSums.smaller(one, two);
        float after = sum + (larger + smaller);
        float own = after - sum;
        sumLost += (sum - (after - own)) + ((larger - own) + smaller);
        sum = after;
      }
      join(lanes, lost, lane, sum, sumLost);
      for (; i < end; i += LANES) {
        join(lanes, lost, lane, block[i], 0);
      }
    }
  }

  /**
   * Sets lanes to zero.
   *
   * @param lanes the sums
   * @param lost what they lack
   * @param from index of the first of 16
   * @param rows how many times 16
   */
  public static void clear(float[] lanes, float[] lost, int from, int rows) {
    Arrays.fill(lanes, from, from + rows * LANES, 0);
    Arrays.fill(lost, from, from + rows * LANES, 0);
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

  private static void join(float[] lanes, float[] lost, int lane, float sum, float sumLost) {
    float all = lanes[lane] + sum;
    lost[lane] += sumLost + lost(lanes[lane], sum, all);
    lanes[lane] = all;
  }

  /**
   * Adds lanes to others.
   *
   * @param lanes the sums
   * @param lost what they lack
   * @param from index of the first of 16
   * @param moreLanes the other sums
   * @param moreLost what those lack
   * @param moreFrom index of the first of 16
   */
  public static void join(
      float[] lanes, float[] lost, int from, float[] moreLanes, float[] moreLost, int moreFrom) {
    for (int i = 0; i < LANES; i++) {
      join(lanes, lost, from + i, moreLanes[moreFrom + i], moreLost[moreFrom + i]);
    }
  }

  /**
   * The sum of the lanes: of halves, quarters and so on.
   *
   * @param lanes the sums
   * @param lost what they lack
   * @param from index of the first of 16
   * @return their sum
   */
  public static double total(float[] lanes, float[] lost, int from) {
    double s0 = four(lanes, lost, from);
    double s1 = four(lanes, lost, from + 1);
    double s2 = four(lanes, lost, from + 2);
    double s3 = four(lanes, lost, from + 3);
    return (s0 + s2) + (s1 + s3);
  }

  private static double four(float[] lanes, float[] lost, int at) {
    double s0 = (double) lanes[at] + lost[at];
    double s1 = (double) lanes[at + 4] + lost[at + 4];
    double s2 = (double) lanes[at + 8] + lost[at + 8];
    double s3 = (double) lanes[at + 12] + lost[at + 12];
    return (s0 + s2) + (s1 + s3);
  }
}
