package dev.activations.examples;

/** What a network says of every image: its logits, and their softmax. */
final class Scores {
  final float[] logits;
  final float[] probabilities;

  Scores(float[] logits, float[] probabilities) {
    this.logits = logits;
    this.probabilities = probabilities;
  }

  /** The largest absolute difference; NaN when one of them is. */
  static double difference(float[] a, float[] b) {
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs((double) a[i] - b[i]));
    }
    return largest;
  }
}
