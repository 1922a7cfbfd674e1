package dev.activations.benchmarks.contenders;

/** The functions made of pieces, as a Java programmer writes them: in float, with comparisons. */
final class NaivePieces {
  private NaivePieces() {}

  static void identity(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = x[i];
    }
  }

  static void relu(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = Math.max(x[i], 0);
    }
  }

  static void leakyRelu(float[] x, float[] y, int from, int to, float slope) {
    for (int i = from; i < to; i++) {
      y[i] = x[i] > 0 ? x[i] : slope * x[i];
    }
  }

  static void threshold(float[] x, float[] y, int from, int to, float threshold, float value) {
    for (int i = from; i < to; i++) {
      y[i] = x[i] > threshold ? x[i] : value;
    }
  }

  static void hardSigmoid(float[] x, float[] y, int from, int to, float bound) {
    float slope = 0.5f / bound;
    for (int i = from; i < to; i++) {
      y[i] = Math.min(Math.max(slope * x[i] + 0.5f, 0), 1);
    }
  }

  /** ReLU6 between 0 and 6. */
  static void clip(float[] x, float[] y, int from, int to, float min, float max) {
    for (int i = from; i < to; i++) {
      y[i] = Math.min(Math.max(x[i], min), max);
    }
  }

  static void softshrink(float[] x, float[] y, int from, int to, float lambd) {
    for (int i = from; i < to; i++) {
      y[i] = x[i] > lambd ? x[i] - lambd : x[i] < -lambd ? x[i] + lambd : 0;
    }
  }

  static void hardshrink(float[] x, float[] y, int from, int to, float lambd) {
    for (int i = from; i < to; i++) {
      y[i] = x[i] > lambd || x[i] < -lambd ? x[i] : 0;
    }
  }

  static void reluSquared(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      float positive = Math.max(x[i], 0);
      y[i] = positive * positive;
    }
  }

  static void hardSwish(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = x[i] * Math.min(Math.max(x[i] + 3, 0), 6) / 6;
    }
  }

  static void sparsePlus(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      float v = x[i];
      y[i] = v <= -1 ? 0 : v >= 1 ? v : (v + 1) * (v + 1) / 4;
    }
  }
}
