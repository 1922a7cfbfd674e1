package dev.activations.measuring.speed;

import dev.activations.reference.Normal;
import java.util.SplittableRandom;

/**
 * Normal deviates, the same in each run: so many different ones that no branch predictor learns
 * them, over and over.
 */
final class Deviates {
  private static final int DIFFERENT = 1 << 16;

  private Deviates() {}

  static float[] of(long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[count];
    for (int i = 0; i < Math.min(count, DIFFERENT); i++) {
      values[i] = (float) Normal.next(random);
    }
    for (int i = DIFFERENT; i < count; i += DIFFERENT) {
      System.arraycopy(values, 0, values, i, Math.min(DIFFERENT, count - i));
    }
    return values;
  }
}
