package dev.activations.conformance;

import dev.activations.RowOperation;

/**
 * The row operations as a textbook has them, in double, for finite rows: the maximum is subtracted,
 * nothing else is done. Shares no line with a backend.
 */
final class RowOracle {
  private RowOracle() {}

  static double[] forward(RowOperation f, double[] row) {
    double temperature = f.temperature();
    double sign = f.kind() == RowOperation.Kind.SOFTMIN ? -1 : 1;
    double maximum = Double.NEGATIVE_INFINITY;
    for (double value : row) {
      maximum = Math.max(maximum, sign * value);
    }
    double[] shifted = new double[row.length];
    double sum = 0;
    for (int i = 0; i < row.length; i++) {
      shifted[i] = (sign * row[i] - maximum) / temperature;
      sum += Math.exp(shifted[i]);
    }
    if (f.kind() == RowOperation.Kind.LOGSUMEXP) {
      return new double[] {maximum + Math.log(sum)};
    }
    for (int i = 0; i < row.length; i++) {
      shifted[i] =
          f.kind() == RowOperation.Kind.LOG_SOFTMAX
              ? shifted[i] - Math.log(sum)
              : Math.exp(shifted[i]) / sum;
    }
    return shifted;
  }

  /** dx from what the forward left, y or x, and dy. */
  static double[] backward(RowOperation f, double[] saved, double[] dy) {
    double[] dx = new double[saved.length];
    double[] y =
        f.kind() == RowOperation.Kind.LOGSUMEXP ? forward(RowOperation.SOFTMAX, saved) : saved;
    double sum = 0;
    double dot = 0;
    for (int i = 0; i < Math.min(dy.length, y.length); i++) {
      sum += dy[i];
      dot += dy[i] * y[i];
    }
    for (int i = 0; i < dx.length; i++) {
      switch (f.kind()) {
        case SOFTMAX:
          dx[i] = y[i] * (dy[i] - dot) / f.temperature();
          break;
        case SOFTMIN:
          dx[i] = -y[i] * (dy[i] - dot) / f.temperature();
          break;
        case LOG_SOFTMAX:
          dx[i] = (dy[i] - Math.exp(y[i]) * sum) / f.temperature();
          break;
        case LOGSUMEXP:
          dx[i] = dy[0] * y[i];
          break;
      }
    }
    return dx;
  }

  /** The sum of the magnitudes of the terms that {@link #backward} adds, for each element. */
  static double[] backwardTerms(RowOperation f, double[] saved, double[] dy) {
    double size = 0;
    double dot = 0;
    for (int i = 0; i < Math.min(dy.length, saved.length); i++) {
      size += Math.abs(dy[i]);
      dot += Math.abs(dy[i] * saved[i]);
    }
    double[] terms = backward(f, saved, dy);
    for (int i = 0; i < terms.length; i++) {
      switch (f.kind()) {
        case SOFTMAX:
        case SOFTMIN:
          terms[i] = saved[i] * (Math.abs(dy[i]) + dot) / f.temperature();
          break;
        case LOG_SOFTMAX:
          terms[i] = (Math.abs(dy[i]) + Math.exp(saved[i]) * size) / f.temperature();
          break;
        case LOGSUMEXP:
          terms[i] = Math.abs(terms[i]);
          break;
      }
    }
    return terms;
  }

  /** The sum of the magnitudes of the two terms of logsumexp, the maximum and the logarithm. */
  static double logSumExpTerms(double[] row) {
    double maximum = Double.NEGATIVE_INFINITY;
    for (double value : row) {
      maximum = Math.max(maximum, value);
    }
    return Double.isInfinite(maximum)
        ? 0
        : Math.abs(maximum) + Math.abs(forward(RowOperation.LOGSUMEXP, row)[0] - maximum);
  }
}
