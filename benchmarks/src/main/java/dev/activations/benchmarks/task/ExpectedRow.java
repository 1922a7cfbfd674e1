package dev.activations.benchmarks.task;

import dev.activations.RowOperation;
import java.util.Arrays;

/** The row operations on one row, in double, as the textbook writes them. */
final class ExpectedRow {
  private final RowOperation operation;
  private final double factor;

  ExpectedRow(RowOperation operation) {
    this.operation = operation;
    double sign = operation.kind() == RowOperation.Kind.SOFTMIN ? -1 : 1;
    factor = sign / operation.temperature();
  }

  double[] forward(double[] x) {
    double logSum = logSum(x);
    return switch (operation.kind()) {
      case SOFTMAX, SOFTMIN -> softmax(x, logSum);
      case LOG_SOFTMAX -> Arrays.stream(x).map(v -> v * factor - logSum).toArray();
      case LOGSUMEXP -> new double[] {logSum};
    };
  }

  double[] backward(double[] x, double[] dy) {
    double[] y = softmax(x, logSum(x));
    double sum = 0;
    for (int i = 0; i < dy.length; i++) {
      sum += operation.kind() == RowOperation.Kind.LOG_SOFTMAX ? dy[i] : dy[i] * y[i];
    }
    double[] dx = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      dx[i] =
          switch (operation.kind()) {
            case SOFTMAX, SOFTMIN -> factor * y[i] * (dy[i] - sum);
            case LOG_SOFTMAX -> factor * (dy[i] - y[i] * sum);
            case LOGSUMEXP -> dy[0] * y[i];
          };
    }
    return dx;
  }

  private double logSum(double[] x) {
    double largest = Arrays.stream(x).map(v -> v * factor).max().orElseThrow();
    return largest + Math.log(Arrays.stream(x).map(v -> Math.exp(v * factor - largest)).sum());
  }

  private double[] softmax(double[] x, double logSum) {
    return Arrays.stream(x).map(v -> Math.exp(v * factor - logSum)).toArray();
  }
}
