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
}
