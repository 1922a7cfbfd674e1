package dev.activations.cpu;

/** Products of which no part leaves the range of a double unless the whole does. */
final class Scaled {
  private static final int SUBNORMAL = Double.MIN_EXPONENT - 1;
  private static final int MANTISSA = 52;

  private Scaled() {}

  /** a b / divisor times 2^exponent. */
  static double quotient(double a, double b, double divisor, int exponent) {
    double plain = a * b / divisor;
    if (a == 0 || b == 0 || Double.isNaN(a * b) || Double.isInfinite(a) || Double.isInfinite(b)) {
      return plain;
    }
    int ofA = exponent(a);
    int ofB = exponent(b);
    int ofDivisor = exponent(divisor);
    double product = Math.scalb(a, -ofA) * Math.scalb(b, -ofB);
    double quotient = product / Math.scalb(divisor, -ofDivisor);
    return Math.scalb(quotient, ofA + ofB - ofDivisor + exponent);
  }

  private static int exponent(double number) {
    int exponent = Math.getExponent(number);
    return exponent > SUBNORMAL ? exponent : Math.getExponent(number * (1L << MANTISSA)) - MANTISSA;
  }
}
