package dev.activations.cpu.kernels;

/**
 * The sums of exponentials with which float32 loses nothing, neither in them nor in their terms.
 */
public final class SumRange {
  /** The terms of a smaller sum may be subnormal where what they become is not. */
  public static final double SMALLEST = 0.5;

  /** Not far above it exponents leave the range of a float. */
  public static final double LARGEST = 0x1p100;

  /** Far more than what an order of additions changes. */
  private static final double CLOSE = 0x1p-10;

  private SumRange() {}

  /**
   * Whether a sum of exponentials without a shift is good.
   *
   * @param sum the sum
   * @return false also for NaN
   */
  public static boolean contains(double sum) {
    return sum >= SMALLEST && sum <= LARGEST;
  }

  /**
   * Whether a sum is so close to an end of the range that another order of its additions may be on
   * the other side.
   *
   * @param sum the sum
   * @return false also for NaN
   */
  public static boolean isNearAnEnd(double sum) {
    return Math.abs(sum - SMALLEST) < SMALLEST * CLOSE || Math.abs(sum - LARGEST) < LARGEST * CLOSE;
  }

  /**
   * Whether the logarithm of a sum keeps its digits next to zero, too: no term has half of it.
   *
   * @param sum the sum
   * @param largest the largest term
   * @return false when the sum has to be taken without the largest term
   */
  public static boolean isShared(double sum, double largest) {
    return largest < 0.5 * sum;
  }
}
