package dev.activations.cpu.kernels;

/**
 * Sums in lanes: the order of additions that all implementations keep. Element i goes to lane i
 * modulo 16; a lane adds up groups of {@link #GROUP} elements by themselves, or many equal terms
 * would all be rounded in the same direction.
 */
public final class LaneSums {
  /** Elements of a group, in all lanes together. */
  public static final int GROUP = 256;

  private LaneSums() {}

  /**
   * Adds a block to the lanes.
   *
   * @param block the elements
   * @param count how many, a multiple of 16
   * @param lanes the 16 sums
   */
  public static void add(float[] block, int count, float[] lanes) {
    for (int group = 0; group < count; group += GROUP) {
      addGroup(block, group, Math.min(count, group + GROUP), lanes);
    }
  }

  private static void addGroup(float[] block, int from, int to, float[] lanes) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    float s4 = 0;
    float s5 = 0;
    float s6 = 0;
    float s7 = 0;
    float s8 = 0;
    float s9 = 0;
    float s10 = 0;
    float s11 = 0;
    float s12 = 0;
    float s13 = 0;
    float s14 = 0;
    float s15 = 0;
    for (int i = from; i < to; i += RowKernels.LANES) {
      s0 += block[i];
      s1 += block[i + 1];
      s2 += block[i + 2];
      s3 += block[i + 3];
      s4 += block[i + 4];
      s5 += block[i + 5];
      s6 += block[i + 6];
      s7 += block[i + 7];
      s8 += block[i + 8];
      s9 += block[i + 9];
      s10 += block[i + 10];
      s11 += block[i + 11];
      s12 += block[i + 12];
      s13 += block[i + 13];
      s14 += block[i + 14];
      s15 += block[i + 15];
    }
    lanes[0] += s0;
    lanes[1] += s1;
    lanes[2] += s2;
    lanes[3] += s3;
    lanes[4] += s4;
    lanes[5] += s5;
    lanes[6] += s6;
    lanes[7] += s7;
    lanes[8] += s8;
    lanes[9] += s9;
    lanes[10] += s10;
    lanes[11] += s11;
    lanes[12] += s12;
    lanes[13] += s13;
    lanes[14] += s14;
    lanes[15] += s15;
  }

  /**
   * Adds a block to the lanes, but for the largest of each lane, which is kept beside: an element
   * is added when there is a larger one, or takes the place of the largest, which is added. A sum
   * of small elements next to a large one keeps its digits that way.
   *
   * @param block the elements, not negative
   * @param count how many, a multiple of 16
   * @param lanes the 16 sums
   * @param most the largest of each lane
   */
  public static void split(float[] block, int count, float[] lanes, float[] most) {
    for (int group = 0; group < count; group += GROUP) {
      for (int lane = 0; lane < RowKernels.LANES; lane += 4) {
        splitGroup(block, group, Math.min(count, group + GROUP), lane, lanes, most);
      }
    }
  }

  /** Four lanes: their numbers fit registers, and records are rare enough for branches. */
  private static void splitGroup(
      float[] block, int from, int to, int lane, float[] lanes, float[] most) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    float m0 = 0;
    float m1 = 0;
    float m2 = 0;
    float m3 = 0;
    for (int i = from + lane; i < to; i += RowKernels.LANES) {
      float e0 = block[i];
      float e1 = block[i + 1];
      float e2 = block[i + 2];
      float e3 = block[i + 3];
      if (e0 > m0) {
        s0 += m0;
        m0 = e0;
      } else {
        s0 += e0;
      }
      if (e1 > m1) {
        s1 += m1;
        m1 = e1;
      } else {
        s1 += e1;
      }
      if (e2 > m2) {
        s2 += m2;
        m2 = e2;
      } else {
        s2 += e2;
      }
      if (e3 > m3) {
        s3 += m3;
        m3 = e3;
      } else {
        s3 += e3;
      }
    }
    split(lanes, most, lane, s0, m0);
    split(lanes, most, lane + 1, s1, m1);
    split(lanes, most, lane + 2, s2, m2);
    split(lanes, most, lane + 3, s3, m3);
  }

  private static void split(float[] lanes, float[] most, int lane, float sum, float largest) {
    lanes[lane] += sum + smaller(most[lane], largest);
    most[lane] = larger(most[lane], largest);
  }

  /** Of numbers that are not negative: bits compare as they do, without a branch. */
  static float smaller(float one, float other) {
    return Float.intBitsToFloat(
        Math.min(Float.floatToRawIntBits(one), Float.floatToRawIntBits(other)));
  }

  static float larger(float one, float other) {
    return Float.intBitsToFloat(
        Math.max(Float.floatToRawIntBits(one), Float.floatToRawIntBits(other)));
  }

  /**
   * Adds the lanes of one split to those of another.
   *
   * @param lanes the sums
   * @param most the largest of each lane
   * @param from index of the first of 16
   * @param moreLanes the other sums
   * @param moreMost the largest of each of them
   * @param moreFrom index of the first of 16
   */
  public static void join(
      float[] lanes, float[] most, int from, float[] moreLanes, float[] moreMost, int moreFrom) {
    for (int i = 0; i < RowKernels.LANES; i++) {
      split(lanes, most, from + i, moreLanes[moreFrom + i], moreMost[moreFrom + i]);
    }
  }

  /**
   * The sum of all lanes without the largest element.
   *
   * @param lanes the sums
   * @param most the largest of each lane
   * @param from index of the first of 16
   * @return the sum
   */
  public static float others(float[] lanes, float[] most, int from) {
    // Four at a time, as one addition would wait for the other.
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    float m0 = most[from];
    float m1 = most[from + 1];
    float m2 = most[from + 2];
    float m3 = most[from + 3];
    for (int i = from + 4; i < from + RowKernels.LANES; i += 4) {
      s0 += smaller(m0, most[i]);
      s1 += smaller(m1, most[i + 1]);
      s2 += smaller(m2, most[i + 2]);
      s3 += smaller(m3, most[i + 3]);
      m0 = larger(m0, most[i]);
      m1 = larger(m1, most[i + 1]);
      m2 = larger(m2, most[i + 2]);
      m3 = larger(m3, most[i + 3]);
    }
    float even = s0 + s2 + smaller(m0, m2);
    float odd = s1 + s3 + smaller(m1, m3);
    return total(lanes, from) + (even + odd + smaller(larger(m0, m2), larger(m1, m3)));
  }

  /**
   * The sum of the lanes: of halves, quarters and so on.
   *
   * @param lanes the sums
   * @param from index of the first of 16
   * @return their sum
   */
  public static float total(float[] lanes, int from) {
    float s0 = (lanes[from] + lanes[from + 8]) + (lanes[from + 4] + lanes[from + 12]);
    float s1 = (lanes[from + 1] + lanes[from + 9]) + (lanes[from + 5] + lanes[from + 13]);
    float s2 = (lanes[from + 2] + lanes[from + 10]) + (lanes[from + 6] + lanes[from + 14]);
    float s3 = (lanes[from + 3] + lanes[from + 11]) + (lanes[from + 7] + lanes[from + 15]);
    return (s0 + s2) + (s1 + s3);
  }

  /**
   * The largest of the lanes.
   *
   * @param lanes numbers that are not negative
   * @param from index of the first of 16
   * @return the largest
   */
  public static float largest(float[] lanes, int from) {
    float largest = 0;
    for (int i = from; i < from + RowKernels.LANES; i++) {
      largest = larger(largest, lanes[i]);
    }
    return largest;
  }
}
