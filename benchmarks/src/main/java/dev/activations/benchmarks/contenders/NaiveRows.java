package dev.activations.benchmarks.contenders;

import static java.lang.Math.exp;
import static java.lang.Math.log;

/** The row operations as a Java programmer writes them: three loops a row, exp in double. */
final class NaiveRows {
  private NaiveRows() {}

  /** Rows from to to; factor is 1 / T, for softmin its negative. */
  static void softmax(float[] x, float[] y, int columns, int from, int to, double factor) {
    for (int row = from; row < to; row++) {
      int start = row * columns;
      double largest = largest(x, start, columns, factor);
      double sum = 0;
      for (int i = start; i < start + columns; i++) {
        double e = exp(x[i] * factor - largest);
        y[i] = (float) e;
        sum += e;
      }
      for (int i = start; i < start + columns; i++) {
        y[i] = (float) (y[i] / sum);
      }
    }
  }

  static void logSoftmax(float[] x, float[] y, int columns, int from, int to, double factor) {
    for (int row = from; row < to; row++) {
      int start = row * columns;
      double logSum = logSum(x, start, columns, factor);
      for (int i = start; i < start + columns; i++) {
        y[i] = (float) (x[i] * factor - logSum);
      }
    }
  }

  static void logSumExp(float[] x, float[] y, int columns, int from, int to) {
    for (int row = from; row < to; row++) {
      y[row] = (float) logSum(x, row * columns, columns, 1);
    }
  }

  private static double logSum(float[] x, int start, int columns, double factor) {
    double largest = largest(x, start, columns, factor);
    double sum = 0;
    for (int i = start; i < start + columns; i++) {
      sum += exp(x[i] * factor - largest);
    }
    return largest + log(sum);
  }

  private static double largest(float[] x, int start, int columns, double factor) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = start; i < start + columns; i++) {
      largest = Math.max(largest, x[i] * factor);
    }
    return largest;
  }
}
