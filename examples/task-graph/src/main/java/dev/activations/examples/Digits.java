package dev.activations.examples;

import java.io.IOException;
import java.nio.file.Path;

/** The files of examples/digits: images, the network that reads them, and what it gave. */
final class Digits {
  static final int ROWS = 500;
  static final int PIXELS = 64;
  static final int HIDDEN = 128;
  static final int CLASSES = 10;

  final float[] pixels;
  final float[] w1;
  final float[] b1;
  final float[] w2;
  final float[] b2;
  final float[] logits;
  final int[] labels;

  Digits(Path folder) throws IOException {
    pixels = Npy.floats(folder.resolve("pixels.npy"), ROWS * PIXELS);
    w1 = Npy.floats(folder.resolve("w1.npy"), HIDDEN * PIXELS);
    b1 = Npy.floats(folder.resolve("b1.npy"), HIDDEN);
    w2 = Npy.floats(folder.resolve("w2.npy"), CLASSES * HIDDEN);
    b2 = Npy.floats(folder.resolve("b2.npy"), CLASSES);
    logits = Npy.floats(folder.resolve("logits.npy"), ROWS * CLASSES);
    labels = Npy.ints(folder.resolve("labels.npy"), ROWS);
  }

  /** In how many rows the largest score is that of the true digit. */
  int right(float[] scores) {
    int right = 0;
    for (int row = 0; row < ROWS; row++) {
      int best = 0;
      for (int k = 1; k < CLASSES; k++) {
        best = scores[row * CLASSES + k] > scores[row * CLASSES + best] ? k : best;
      }
      right += best == labels[row] ? 1 : 0;
    }
    return right;
  }
}
