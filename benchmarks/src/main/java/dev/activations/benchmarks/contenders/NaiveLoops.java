package dev.activations.benchmarks.contenders;

import static java.lang.Math.exp;
import static java.lang.Math.expm1;
import static java.lang.Math.log1p;
import static java.lang.Math.sqrt;
import static java.lang.Math.tanh;

import org.apache.commons.numbers.gamma.Erf;

/**
 * The transcendental functions as a Java programmer writes them who has no library: a loop over the
 * array, the formula in double. One loop each, so that the compiler sees each formula alone.
 */
final class NaiveLoops {
  private static final double SQRT_HALF = sqrt(0.5);
  private static final double SQRT_TWO_OVER_PI = sqrt(2 / Math.PI);

  private NaiveLoops() {}

  static void exponential(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = (float) exp(x[i]);
    }
  }

  /** ELU, and with other scales SELU and CELU. */
  static void elu(
      float[] x, float[] y, int from, int to, double alpha, double scale, double width) {
    for (int i = from; i < to; i++) {
      y[i] = (float) (x[i] > 0 ? scale * x[i] : scale * alpha * expm1(x[i] / width));
    }
  }

  static void geluErf(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = (float) (0.5 * x[i] * (1 + Erf.value(x[i] * SQRT_HALF)));
    }
  }

  static void laplace(float[] x, float[] y, int from, int to, double mu, double sigma) {
    for (int i = from; i < to; i++) {
      y[i] = (float) (0.5 * (1 + Erf.value((x[i] - mu) / sigma * SQRT_HALF)));
    }
  }

  static void sigmoid(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = (float) (1 / (1 + exp(-x[i])));
    }
  }

  static void logSigmoid(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = (float) -log1p(exp(-x[i]));
    }
  }

  static void softplus(float[] x, float[] y, int from, int to, double beta) {
    for (int i = from; i < to; i++) {
      y[i] = (float) (log1p(exp(beta * x[i])) / beta);
    }
  }

  /** SiLU at beta 1, the quick GELU at 1.702. */
  static void swish(float[] x, float[] y, int from, int to, double beta) {
    for (int i = from; i < to; i++) {
      y[i] = (float) (x[i] / (1 + exp(-beta * x[i])));
    }
  }

  static void geluTanh(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      double v = x[i];
      y[i] = (float) (0.5 * v * (1 + tanh(SQRT_TWO_OVER_PI * (v + 0.044715 * v * v * v))));
    }
  }

  static void mish(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = (float) (x[i] * tanh(log1p(exp(x[i]))));
    }
  }

  static void hyperbolicTangent(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = (float) tanh(x[i]);
    }
  }

  static void tanhshrink(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = (float) (x[i] - tanh(x[i]));
    }
  }

  static void softcap(float[] x, float[] y, int from, int to, double cap) {
    for (int i = from; i < to; i++) {
      y[i] = (float) (cap * tanh(x[i] / cap));
    }
  }

  static void softsign(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = x[i] / (1 + Math.abs(x[i]));
    }
  }

  static void squareplus(float[] x, float[] y, int from, int to, double b) {
    for (int i = from; i < to; i++) {
      double v = x[i];
      y[i] = (float) ((v + sqrt(v * v + b)) / 2);
    }
  }
}
