package dev.activations.reference;

import dev.activations.RowOperation;
import dev.activations.RowOperation.Kind;
import java.util.Arrays;

/**
 * The backward of a row operation on one row in double, for numbers of all magnitudes, and the
 * measure of its errors.
 *
 * <p>Each gradient is a difference of two terms that are summed without cancellation:
 *
 * <ul>
 *   <li>softmax, and softmin with the opposite sign: y_i dy_i (1 - y_i) / T and y_i sum(dy_j y_j) /
 *       T over the others j;
 *   <li>log_softmax: dy_i (1 - p_i) / T and p_i sum(dy_j) / T over the others, p_i = exp(y_i);
 *   <li>logsumexp: dy p_i, one term, p = softmax(x).
 * </ul>
 *
 * 1 - y_i is the sum of the other y_j where y_i is above a half, 1 - p_i is -expm1(y_i): so a class
 * that dominates its row keeps its digits. A result is good when it is within so many ULP, or
 * within so many 2^-24 of the sum of the magnitudes of all that is added: |dy_i| (1 - y_i) and
 * |dy_j y_j| for softmax, |dy_i| (1 - p_i) and p_i |dy_j| for log_softmax. Where one term is much
 * larger than the others, that is no less strict than ULP.
 *
 * <p>Infinity or NaN in dy makes the row NaN; logsumexp has the product.
 */
public final class RowGradient {
  private final double[] dx;
  private final double[] terms;

  private RowGradient(int columns) {
    dx = new double[columns];
    terms = new double[columns];
  }

  /**
   * Computes the gradients of a row.
   *
   * @param f the operation
   * @param saved floats that the forward left: its output, its input for logsumexp
   * @param dy floats, the gradient of the output
   * @return the gradients of the input
   */
  public static RowGradient of(RowOperation f, double[] saved, double[] dy) {
    RowGradient gradient = new RowGradient(saved.length);
    if (f.kind() == Kind.LOGSUMEXP) {
      gradient.product(RowOracle.forward(RowOperation.SOFTMAX, saved), dy[0]);
    } else if (!areFinite(dy)) {
      Arrays.fill(gradient.dx, Double.NaN);
    } else if (f.kind() == Kind.LOG_SOFTMAX) {
      gradient.logSoftmax(saved, dy, f.temperature());
    } else {
      gradient.softmax(saved, dy, f.temperature(), f.kind() == Kind.SOFTMIN ? -1 : 1);
    }
    return gradient;
  }

  /**
   * The gradient of an element.
   *
   * @param column the element
   * @return the true value, right to {@link RowOracle#error} of its terms
   */
  public double at(int column) {
    return dx[column];
  }

  /**
   * What is added to make the gradient of an element.
   *
   * @param column the element
   * @return the sum of the magnitudes
   */
  public double terms(int column) {
    return terms[column];
  }

  /**
   * The sign of a zero: a difference of terms may have any, a product that of its factors.
   *
   * @param f the operation
   * @return whether the sign of a gradient of zero is promised
   */
  public static boolean hasSignedZeros(RowOperation f) {
    return f.kind() == Kind.LOGSUMEXP;
  }

  private void product(double[] p, double dy) {
    for (int i = 0; i < p.length; i++) {
      // An infinity times what is zero in float32 is NaN.
      dx[i] = Double.isInfinite(dy) ? dy * (float) p[i] : dy * p[i];
      terms[i] = Math.abs(dx[i]);
    }
  }

  private void softmax(double[] y, double[] dy, double temperature, double sign) {
    double[] products = new double[y.length];
    double[] magnitudes = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      products[i] = dy[i] * y[i];
      magnitudes[i] = Math.abs(products[i]);
    }
    double[] rest = others(y);
    double[] dots = others(products);
    double[] sizes = others(magnitudes);
    for (int i = 0; i < y.length; i++) {
      double share = y[i] > 0.5 ? rest[i] : 1 - y[i];
      dx[i] = sign * (y[i] * (dy[i] * share - dots[i]) / temperature);
      terms[i] = y[i] * (Math.abs(dy[i]) * share + sizes[i]) / temperature;
    }
  }

  private void logSoftmax(double[] y, double[] dy, double temperature) {
    double[] magnitudes = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      magnitudes[i] = Math.abs(dy[i]);
    }
    double[] sums = others(dy);
    double[] sizes = others(magnitudes);
    for (int i = 0; i < y.length; i++) {
      double p = Math.exp(y[i]);
      double share = -Math.expm1(y[i]);
      dx[i] = (dy[i] * share - p * sums[i]) / temperature;
      terms[i] = (magnitudes[i] * share + p * sizes[i]) / temperature;
    }
  }

  /** For each element the sum of the others: of those before it and of those behind it. */
  private static double[] others(double[] values) {
    double[] sums = new double[values.length];
    double before = 0;
    for (int i = 0; i < values.length; i++) {
      sums[i] = before;
      before += values[i];
    }
    double behind = 0;
    for (int i = values.length - 1; i >= 0; i--) {
      sums[i] += behind;
      behind += values[i];
    }
    return sums;
  }

  private static boolean areFinite(double[] values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        return false;
      }
    }
    return true;
  }
}
