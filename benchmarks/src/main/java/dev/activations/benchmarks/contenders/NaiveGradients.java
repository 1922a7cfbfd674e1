package dev.activations.benchmarks.contenders;

import static java.lang.Math.exp;
import static java.lang.Math.log1p;
import static java.lang.Math.sqrt;
import static java.lang.Math.tanh;

import org.apache.commons.numbers.gamma.Erf;

/** The backward of the functions that networks train with most, written as {@link NaiveLoops}. */
final class NaiveGradients {
  private static final double SQRT_HALF = sqrt(0.5);
  private static final double SQRT_TWO_OVER_PI = sqrt(2 / Math.PI);

  private NaiveGradients() {}

  static void relu(float[] x, float[] dy, float[] dx, int from, int to) {
    for (int i = from; i < to; i++) {
      dx[i] = x[i] > 0 ? dy[i] : 0;
    }
  }

  static void geluErf(float[] x, float[] dy, float[] dx, int from, int to) {
    for (int i = from; i < to; i++) {
      double v = x[i];
      double density = SQRT_HALF / sqrt(Math.PI) * exp(-0.5 * v * v);
      dx[i] = (float) (dy[i] * (0.5 * (1 + Erf.value(v * SQRT_HALF)) + v * density));
    }
  }

  static void geluTanh(float[] x, float[] dy, float[] dx, int from, int to) {
    for (int i = from; i < to; i++) {
      double v = x[i];
      double t = tanh(SQRT_TWO_OVER_PI * (v + 0.044715 * v * v * v));
      double inner = SQRT_TWO_OVER_PI * (1 + 3 * 0.044715 * v * v);
      dx[i] = (float) (dy[i] * 0.5 * (1 + t + v * (1 - t * t) * inner));
    }
  }

  static void sigmoid(float[] x, float[] dy, float[] dx, int from, int to) {
    for (int i = from; i < to; i++) {
      double s = 1 / (1 + exp(-x[i]));
      dx[i] = (float) (dy[i] * s * (1 - s));
    }
  }

  static void hyperbolicTangent(float[] x, float[] dy, float[] dx, int from, int to) {
    for (int i = from; i < to; i++) {
      double t = tanh(x[i]);
      dx[i] = (float) (dy[i] * (1 - t * t));
    }
  }

  static void silu(float[] x, float[] dy, float[] dx, int from, int to) {
    for (int i = from; i < to; i++) {
      double s = 1 / (1 + exp(-x[i]));
      dx[i] = (float) (dy[i] * s * (1 + x[i] * (1 - s)));
    }
  }

  static void mish(float[] x, float[] dy, float[] dx, int from, int to) {
    for (int i = from; i < to; i++) {
      double v = x[i];
      double t = tanh(log1p(exp(v)));
      dx[i] = (float) (dy[i] * (t + v * (1 - t * t) / (1 + exp(-v))));
    }
  }
}
