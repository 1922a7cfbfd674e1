package dev.activations.cpu;

/**
 * The definitions of the backwards of softmax and log_softmax in double precision. Gradients are
 * taken times a power of two, so that neither their sums nor their products leave the range of a
 * double; a row with one that is not finite has no slopes. What has most of the probability gets
 * its slope from the others ({@link Dominated}).
 */
final class RowSlopes {
  /** The exponent of the largest gradient: sums of 2^31 of them are doubles still. */
  private static final int LARGEST = 900;

  private static final double LN_HALF = -0.6931471805599453;

  /** exp is no normal double below this. */
  private static final double SUBNORMAL = -700;

  private RowSlopes() {}

  /** y (dy - sum(y dy)) / temperature, which is negative for softmin. */
  static void softmax(Row y, Row dy, Row dx, double temperature) {
    int exponent = exponent(dy);
    if (exponent == Integer.MAX_VALUE) {
      dx.fill(Double.NaN);
      return;
    }
    int peak = indexAbove(0.5, y);
    CompensatedSum products = new CompensatedSum();
    CompensatedSum others = new CompensatedSum();
    CompensatedSum rest = new CompensatedSum();
    for (int i = 0; i < y.columns; i++) {
      double product = Math.scalb(dy.get(i), exponent) * y.get(i);
      products.add(product);
      if (i != peak) {
        others.add(product);
        rest.add(y.get(i));
      }
    }
    double mean = products.value();
    for (int i = 0; i < y.columns; i++) {
      double gradient = Math.scalb(dy.get(i), exponent);
      double difference = gradient - mean;
      if (i == peak) {
        double left = left(y.get(i), rest.value());
        difference = left * gradient - others.value();
      }
      dx.set(i, Scaled.quotient(y.get(i), difference, temperature, -exponent));
    }
  }

  private static double left(double y, double rest) {
    return Math.abs(y + rest - 1) <= Dominated.ROUNDED ? rest : 1 - y;
  }

  /** (dy - exp(y) sum(dy)) / temperature. */
  static void logSoftmax(Row y, Row dy, Row dx, double temperature) {
    int exponent = exponent(dy);
    if (exponent == Integer.MAX_VALUE) {
      dx.fill(Double.NaN);
      return;
    }
    int peak = indexAbove(LN_HALF, y);
    CompensatedSum total = new CompensatedSum();
    CompensatedSum others = new CompensatedSum();
    for (int i = 0; i < y.columns; i++) {
      double gradient = Math.scalb(dy.get(i), exponent);
      total.add(gradient);
      if (i != peak) {
        others.add(gradient);
      }
    }
    double sum = total.value();
    for (int i = 0; i < y.columns; i++) {
      double logarithm = y.get(i);
      double gradient = Math.scalb(dy.get(i), exponent);
      double slope;
      if (i == peak && logarithm <= 0) {
        double left = -StrictMath.expm1(logarithm);
        slope = left * gradient - (1 - left) * others.value();
      } else {
        slope = gradient - product(logarithm, sum);
      }
      dx.set(i, Scaled.quotient(1, slope, temperature, -exponent));
    }
  }

  /** exp(y) sum, of an exponential that may be no normal double. */
  private static double product(double y, double sum) {
    if (!(y < SUBNORMAL)) {
      return StrictMath.exp(y) * sum;
    }
    double root = StrictMath.exp(0.5 * y);
    return root * (root * sum);
  }

  /** Of the power of two to multiply with; the largest integer where a gradient is not finite. */
  private static int exponent(Row dy) {
    double largest = 0;
    for (int i = 0; i < dy.columns; i++) {
      double size = Math.abs(dy.get(i));
      if (!(size <= Double.MAX_VALUE)) {
        return Integer.MAX_VALUE;
      }
      largest = Math.max(largest, size);
    }
    return largest == 0 ? 0 : LARGEST - Math.getExponent(largest);
  }

  /** The first largest element when it is above a number, else -1. */
  private static int indexAbove(double bound, Row y) {
    int index = -1;
    double largest = bound;
    for (int i = 0; i < y.columns; i++) {
      if (y.get(i) > largest) {
        largest = y.get(i);
        index = i;
      }
    }
    return index;
  }
}
