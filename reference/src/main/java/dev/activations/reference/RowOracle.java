package dev.activations.reference;

import dev.activations.RowOperation;

/**
 * The forwards of row operations as a textbook has them, in double, for rows of numbers: the
 * maximum is subtracted (an infinite one gives NaN), and log1p is taken of the other terms, so that
 * log_softmax keeps its digits next to zero. Nothing else is done; sums are plain. Shares no line
 * with a backend. {@link RowGradient} has the backwards.
 */
public final class RowOracle {
  private RowOracle() {}

  /**
   * The forward.
   *
   * @param f the operation
   * @param row its input
   * @return its output: one element for logsumexp
   */
  public static double[] forward(RowOperation f, double... row) {
    double temperature = f.temperature();
    double sign = f.kind() == RowOperation.Kind.SOFTMIN ? -1 : 1;
    int top = 0;
    for (int i = 1; i < row.length; i++) {
      top = sign * row[i] > sign * row[top] ? i : top;
    }
    double[] shifted = new double[row.length];
    double others = row.length > 0 && Double.isInfinite(row[top]) ? Double.NaN : 0;
    for (int i = 0; i < row.length; i++) {
      shifted[i] = (sign * row[i] - sign * row[top]) / temperature;
      others += i == top ? 0 : Math.exp(shifted[i]);
    }
    if (f.kind() == RowOperation.Kind.LOGSUMEXP) {
      double maximum = row.length == 0 ? Double.NEGATIVE_INFINITY : row[top];
      return new double[] {maximum + Math.log1p(others)};
    }
    for (int i = 0; i < row.length; i++) {
      shifted[i] =
          f.kind() == RowOperation.Kind.LOG_SOFTMAX
              ? shifted[i] - Math.log1p(others)
              : Math.exp(shifted[i]) / (1 + others);
    }
    return shifted;
  }

  /**
   * How far {@link #forward} itself may be off: what rounding does to a plain sum of so many terms
   * and to the argument of an exponential that does not vanish.
   *
   * @param columns the elements of the row
   * @return an error in proportion to the terms of the result
   */
  public static double error(int columns) {
    return 0x1p-53 * (columns + 1024);
  }

  /**
   * What {@link #forward} adds: where these cancel, rounding shows.
   *
   * @param f the operation
   * @param row its input
   * @param result its output
   * @return for each element of the output the sum of the magnitudes of its terms
   */
  public static double[] forwardTerms(RowOperation f, double[] row, double[] result) {
    double[] terms = new double[result.length];
    double maximum = Double.NEGATIVE_INFINITY;
    for (double x : row) {
      maximum = Math.max(maximum, x);
    }
    boolean cancels = f.kind() == RowOperation.Kind.LOGSUMEXP;
    for (int i = 0; i < terms.length; i++) {
      // The two terms of log_softmax have one sign; softmax is a product. An infinity is exact.
      double size = cancels ? Math.abs(maximum) + (result[i] - maximum) : Math.abs(result[i]);
      terms[i] = Double.isInfinite(result[i]) ? 0 : size;
    }
    return terms;
  }
}
