package dev.activations.cpu.kernels;

/**
 * a b + c, rounded once, where the JVM or the processor has no such operation: Java 8, or Math.fma
 * in software, which takes a microsecond.
 */
public final class Fma {
  private Fma() {}

  /**
   * The bits of Math.fma.
   *
   * @param a a factor
   * @param b a factor
   * @param c the term
   * @return a b + c, rounded once
   */
  public static float of(float a, float b, float c) {
    // Exact: 24 bits times 24 bits.
    double product = (double) a * b;
    double sum = product + c;
    // What the sum has lost (Knuth). Rounding the sum to odd where it has lost something makes the
    // second rounding, to float, right.
    double back = sum - product;
    double lost = (product - (sum - back)) + (c - back);
    if (lost != 0 && !Double.isNaN(lost)) {
      long bits = Double.doubleToRawLongBits(sum);
      if ((bits & 1) == 0) {
        bits += (lost > 0) == (sum > 0) ? 1 : -1;
        sum = Double.longBitsToDouble(bits);
      }
    }
    return (float) sum;
  }
}
