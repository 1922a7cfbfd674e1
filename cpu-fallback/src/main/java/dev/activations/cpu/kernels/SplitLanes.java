package dev.activations.cpu.kernels;

/**
 * Sums in lanes without the largest element of each, which is kept beside: of an element and the
 * largest so far the smaller is added. A sum of small elements next to a large one keeps its digits
 * that way, and what rounding takes is kept as {@link ExactLanes} does.
 */
public final class SplitLanes {
  private static final int LANES = RowKernels.LANES;

  private SplitLanes() {}

  /**
   * Adds a block to the lanes: all fours, then what is left one by one.
   *
   * @param block the elements, not negative
   * @param count how many, a multiple of 16
   * @param lanes the 16 sums
   * @param lost what they lack
   * @param most the largest of each lane
   */
  public static void add(float[] block, int count, float[] lanes, float[] lost, float[] most) {
    int fours = count - count % (4 * LANES);
    for (int lane = 0; lane < LANES; lane++) {
      float sum = lanes[lane];
      float sumLost = lost[lane];
      float largest = most[lane];
      int i = lane;
      for (; i < fours; i += 4 * LANES) {
        float more = LaneSums.larger(block[i], block[i + LANES]);
        float less = LaneSums.smaller(block[i], block[i + LANES]);
        float otherMore = LaneSums.larger(block[i + 2 * LANES], block[i + 3 * LANES]);
        float otherLess = LaneSums.smaller(block[i + 2 * LANES], block[i + 3 * LANES]);
        float top = LaneSums.larger(more, otherMore);
        float one = LaneSums.smaller(largest, top) + LaneSums.smaller(more, otherMore);
        float two = less + otherLess;
        largest = LaneSums.larger(largest, top);
        float before = sum;
        sum += one + two;
        sumLost += ExactLanes.lost(one, two, before, sum);
      }
      lanes[lane] = sum;
      lost[lane] = sumLost;
      most[lane] = largest;
      for (; i < count; i += LANES) {
        add(lanes, lost, most, lane, block[i]);
      }
    }
  }

  private static void add(float[] lanes, float[] lost, float[] most, int lane, float element) {
    float less = LaneSums.smaller(most[lane], element);
    most[lane] = LaneSums.larger(most[lane], element);
    ExactLanes.add(lanes, lost, lane, less);
  }

  /**
   * Adds the second half of the lanes to the first, and that of these, until four are left.
   *
   * @param lanes the sums
   * @param lost what they lack
   * @param most the largest of each lane
   * @param from index of the first of 16
   */
  public static void fold(float[] lanes, float[] lost, float[] most, int from) {
    for (int half = LANES / 2; half >= 4; half /= 2) {
      for (int i = from; i < from + half; i++) {
        ExactLanes.join(lanes, lost, i, lanes[i + half], lost[i + half]);
        add(lanes, lost, most, i, most[i + half]);
      }
    }
  }

  /**
   * The sum of lanes that are folded, without the largest element.
   *
   * @param lanes the sums
   * @param lost what they lack
   * @param most the largest of each lane
   * @param from index of the first of four
   * @return the sum
   */
  public static double others(float[] lanes, float[] lost, float[] most, int from) {
    float even = LaneSums.larger(most[from], most[from + 2]);
    float odd = LaneSums.larger(most[from + 1], most[from + 3]);
    double less =
        (double) LaneSums.smaller(most[from], most[from + 2])
            + LaneSums.smaller(most[from + 1], most[from + 3]);
    return ExactLanes.total(lanes, lost, from) + (less + LaneSums.smaller(even, odd));
  }

  /**
   * The largest element of lanes that are folded.
   *
   * @param most the largest of each lane
   * @param from index of the first of four
   * @return the largest
   */
  public static float largest(float[] most, int from) {
    return LaneSums.larger(
        LaneSums.larger(most[from], most[from + 2]),
        LaneSums.larger(most[from + 1], most[from + 3]));
  }
}
