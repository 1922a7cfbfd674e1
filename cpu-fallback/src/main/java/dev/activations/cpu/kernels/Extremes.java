package dev.activations.cpu.kernels;

/**
 * The largest and the smallest of some elements. Comparisons are of four accumulators, so that one
 * does not wait for the other; which of equal elements is taken does not matter.
 */
public final class Extremes {
  private Extremes() {}

  /**
   * The largest element; NaN does not count.
   *
   * @param x the elements
   * @param from index of the first one
   * @param count how many
   * @return -infinity if there is none
   */
  public static float maximum(float[] x, int from, int count) {
    float m0 = Float.NEGATIVE_INFINITY;
    float m1 = m0;
    float m2 = m0;
    float m3 = m0;
    int i = from;
    for (; i + 3 < from + count; i += 4) {
      m0 = x[i] > m0 ? x[i] : m0;
      m1 = x[i + 1] > m1 ? x[i + 1] : m1;
      m2 = x[i + 2] > m2 ? x[i + 2] : m2;
      m3 = x[i + 3] > m3 ? x[i + 3] : m3;
    }
    for (; i < from + count; i++) {
      m0 = x[i] > m0 ? x[i] : m0;
    }
    return Math.max(Math.max(m0, m1), Math.max(m2, m3));
  }

  /**
   * The smallest element; NaN does not count.
   *
   * @param x the elements
   * @param from index of the first one
   * @param count how many
   * @return infinity if there is none
   */
  public static float minimum(float[] x, int from, int count) {
    float m0 = Float.POSITIVE_INFINITY;
    float m1 = m0;
    float m2 = m0;
    float m3 = m0;
    int i = from;
    for (; i + 3 < from + count; i += 4) {
      m0 = x[i] < m0 ? x[i] : m0;
      m1 = x[i + 1] < m1 ? x[i + 1] : m1;
      m2 = x[i + 2] < m2 ? x[i + 2] : m2;
      m3 = x[i + 3] < m3 ? x[i + 3] : m3;
    }
    for (; i < from + count; i++) {
      m0 = x[i] < m0 ? x[i] : m0;
    }
    return Math.min(Math.min(m0, m1), Math.min(m2, m3));
  }
}
