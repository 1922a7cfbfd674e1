package dev.activations.cpu.kernels;

/**
 * exp and log in double for the one number of a row that needs them, to 2^-38 of themselves: far
 * beyond float32, and several times as fast as {@link StrictMath}, which would cost short rows half
 * of their time. Additions and multiplications alone, so the bits are the same on every JVM.
 */
public final class RowMath {
  private static final long SQRT_HALF = Double.doubleToRawLongBits(0.7071067811865476);
  private static final double LN2 = 0.6931471805599453;

  private RowMath() {}

  /**
   * e^r, by its series.
   *
   * @param r at most 0.36 in magnitude
   * @return the exponential
   */
  public static double exp(double r) {
    return expm1(r) + 1;
  }

  /**
   * e^r - 1, by the same series.
   *
   * @param r at most 0.36 in magnitude
   * @return the exponential without the one
   */
  public static double expm1(double r) {
    double sum = 1.0 / 3628800;
    sum = sum * r + 1.0 / 362880;
    sum = sum * r + 1.0 / 40320;
    sum = sum * r + 1.0 / 5040;
    sum = sum * r + 1.0 / 720;
    sum = sum * r + 1.0 / 120;
    sum = sum * r + 1.0 / 24;
    sum = sum * r + 1.0 / 6;
    sum = sum * r + 0.5;
    sum = sum * r + 1;
    return sum * r;
  }

  /**
   * log(1 + x).
   *
   * @param x 0 or more; NaN gives NaN
   * @return the logarithm
   */
  public static double log1p(double x) {
    return x > 0.4 ? log(x + 1) : twiceArtanh(x / (x + 2));
  }

  /**
   * log(x), by the series of the inverse hyperbolic tangent: log(f) = 2 artanh((f - 1) / (f + 1))
   * with f between the roots of 1/2 and 2.
   *
   * @param x a normal number above zero
   * @return the logarithm
   */
  public static double log(double x) {
    // Without a branch, which would be taken for every second row.
    long bits = Double.doubleToRawLongBits(x);
    long exponent = (bits - SQRT_HALF) >> 52;
    double f = Double.longBitsToDouble(bits - (exponent << 52));
    return exponent * LN2 + twiceArtanh((f - 1) / (f + 1));
  }

  /** 2 artanh(s) for |s| up to 0.1716. */
  private static double twiceArtanh(double s) {
    double z = s * s;
    double sum = 2.0 / 15;
    sum = sum * z + 2.0 / 13;
    sum = sum * z + 2.0 / 11;
    sum = sum * z + 2.0 / 9;
    sum = sum * z + 2.0 / 7;
    sum = sum * z + 2.0 / 5;
    sum = sum * z + 2.0 / 3;
    return s * (sum * z + 2);
  }
}
