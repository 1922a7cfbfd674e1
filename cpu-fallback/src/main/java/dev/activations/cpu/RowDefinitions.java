package dev.activations.cpu;

import dev.activations.RowOperation;

/**
 * The definitions of the row operations in double precision. Sums are compensated and run from the
 * first column to the last, so that ten million columns lose no digit and every cut into blocks and
 * threads gives the same bits.
 */
final class RowDefinitions {
  private RowDefinitions() {}

  static void forward(RowOperation f, Row x, Row y) {
    switch (f.kind()) {
      case SOFTMAX:
        softmax(x, y, 1, f.temperature(), 1);
        break;
      case SOFTMIN:
        softmax(x, y, -1, f.temperature(), 1);
        break;
      case LOG_SOFTMAX:
        logSoftmax(x, y, f.temperature());
        break;
      case LOGSUMEXP:
        y.set(0, logSumExp(x));
        break;
    }
  }

  static void backward(RowOperation f, Row saved, Row dy, Row dx) {
    switch (f.kind()) {
      case SOFTMAX:
        RowSlopes.softmax(saved, dy, dx, f.temperature());
        break;
      case SOFTMIN:
        RowSlopes.softmax(saved, dy, dx, -f.temperature());
        break;
      case LOG_SOFTMAX:
        RowSlopes.logSoftmax(saved, dy, dx, f.temperature());
        break;
      case LOGSUMEXP:
        product(saved, dy.get(0), dx);
        break;
    }
  }

  /** dy softmax(x), of an infinity that of the type's probabilities: times zero it is NaN. */
  private static void product(Row x, double dy, Row dx) {
    boolean finite = Math.abs(dy) <= Double.MAX_VALUE;
    softmax(x, dx, 1, 1, finite ? dy : 1);
    for (int i = 0; !finite && i < dx.columns; i++) {
      dx.set(i, dy * dx.get(i));
    }
  }

  /** factor * softmax(sign x / temperature). */
  private static void softmax(Row x, Row y, double sign, double temperature, double factor) {
    int top = indexOfMaximum(x, sign);
    if (hasNoDistribution(x, top)) {
      y.fill(Double.NaN);
      return;
    }
    double maximum = x.get(top);
    double sum = 1 + restOfSum(x, top, sign, temperature);
    for (int i = 0; i < x.columns; i++) {
      y.set(i, Exponent.of(sign, x.get(i), maximum, temperature).exp(factor) / sum);
    }
  }

  private static void logSoftmax(Row x, Row y, double temperature) {
    int top = indexOfMaximum(x, 1);
    if (hasNoDistribution(x, top)) {
      y.fill(Double.NaN);
      return;
    }
    double maximum = x.get(top);
    // log1p of the sum without its largest term keeps the digits of the dominating class.
    double logarithm = StrictMath.log1p(restOfSum(x, top, 1, temperature));
    for (int i = 0; i < x.columns; i++) {
      Exponent exponent = Exponent.of(1, x.get(i), maximum, temperature);
      y.set(i, exponent.high - logarithm + exponent.low);
    }
  }

  private static double logSumExp(Row x) {
    if (x.columns == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    int top = indexOfMaximum(x, 1);
    if (top < 0) {
      return Double.NaN;
    }
    double maximum = x.get(top);
    return Double.isInfinite(maximum)
        ? maximum
        : maximum + StrictMath.log1p(restOfSum(x, top, 1, 1));
  }

  /** A NaN in the row, +infinity (infinity / infinity), or nothing but -infinity (0 / 0). */
  private static boolean hasNoDistribution(Row x, int top) {
    return top < 0 || Double.isInfinite(x.get(top));
  }

  /** The first largest of sign * x, or -1 when the row holds a NaN or nothing. */
  private static int indexOfMaximum(Row x, double sign) {
    int top = -1;
    double maximum = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < x.columns; i++) {
      double value = sign * x.get(i);
      if (Double.isNaN(value)) {
        return -1;
      }
      if (top < 0 || value > maximum) {
        maximum = value;
        top = i;
      }
    }
    return top;
  }

  /** The sum of exp(sign (x_i - x_top) / temperature) over all i but top. */
  private static double restOfSum(Row x, int top, double sign, double temperature) {
    double maximum = x.get(top);
    CompensatedSum sum = new CompensatedSum();
    for (int i = 0; i < x.columns; i++) {
      if (i != top) {
        sum.add(Exponent.of(sign, x.get(i), maximum, temperature).exp());
      }
    }
    return sum.value();
  }
}
