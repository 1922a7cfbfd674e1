package dev.activations.cpu.kernels;

/** The numbers of one row that its loops take; made once for each thread, filled for each row. */
public final class RowConstants {
  /** The largest element, or the smallest where the sign is -1. */
  public float top;

  /** 1, or -1 for softmin: exponentials are of sign x factor. */
  public float sign;

  /** 1 / temperature, or what exponentials are multiplied with at last. */
  public float factor;

  /** What {@link #factor} leaves of the number. */
  public float factorLow;

  /** Below this sign x the exponential is zero. */
  public float lowest;

  /** What rounds an exponent to the integer n, and makes n - N the exponent of a float. */
  public float offset;

  /** The logarithm of the sum of the exponentials, as the loop has it. */
  public float logarithm;

  /** What {@link #logarithm} leaves of the number. */
  public float logarithmLow;

  /** The sum that a backward takes: of y dy, or of dy, the latter as a fraction. */
  public float total;

  /** A power of two that a backward multiplies with before {@link #factor}. */
  public float scale;

  /** Numbers that are not set yet. */
  public RowConstants() {}

  /**
   * Takes over the numbers of a row.
   *
   * @param row the numbers that another thread has
   */
  public void copy(RowConstants row) {
    top = row.top;
    sign = row.sign;
    factor = row.factor;
    factorLow = row.factorLow;
    lowest = row.lowest;
    offset = row.offset;
    logarithm = row.logarithm;
    logarithmLow = row.logarithmLow;
    total = row.total;
    scale = row.scale;
  }
}
