package dev.activations.examples;

import static dev.activations.examples.Digits.CLASSES;
import static dev.activations.examples.Digits.HIDDEN;
import static dev.activations.examples.Digits.PIXELS;
import static dev.activations.examples.Digits.ROWS;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.Backends;
import dev.activations.Tensor;

/** The same network in plain Java and with the library's CPU backend. */
final class CpuNetwork {
  private CpuNetwork() {}

  static Scores scores(Digits digits, float[] pixels) {
    float[] before = dense(pixels, PIXELS, digits.w1, digits.b1);
    try (Backend cpu = Backends.open("cpu");
        Tensor hidden = cpu.allocate(ROWS, HIDDEN, before)) {
      cpu.forward(Activation.GELU_ERF, hidden, hidden);
      float[] logits = dense(hidden.toArray(), HIDDEN, digits.w2, digits.b2);
      try (Tensor classes = cpu.allocate(ROWS, CLASSES, logits)) {
        cpu.softmax(classes, classes);
        return new Scores(logits, classes.toArray());
      }
    }
  }

  private static float[] dense(float[] x, int inputs, float[] w, float[] b) {
    float[] y = new float[ROWS * b.length];
    for (int i = 0; i < y.length; i++) {
      int row = i / b.length;
      int column = i % b.length;
      double sum = b[column];
      for (int k = 0; k < inputs; k++) {
        sum += (double) x[row * inputs + k] * w[column * inputs + k];
      }
      y[i] = (float) sum;
    }
    return y;
  }
}
