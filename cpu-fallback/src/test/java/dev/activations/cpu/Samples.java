package dev.activations.cpu;

import java.util.Locale;
import java.util.SplittableRandom;

/** Inputs of tests, and the bits of results. */
final class Samples {
  private Samples() {}

  /** The same bits; every NaN is as good as another. */
  static void requireSame(float[] actual, float[] expected, String what) {
    if (actual.length != expected.length) {
      throw new AssertionError(
          what + ": expected " + expected.length + " elements, found " + actual.length);
    }
    for (int i = 0; i < actual.length; i++) {
      if (Float.floatToIntBits(actual[i]) != Float.floatToIntBits(expected[i])) {
        throw new AssertionError(
            String.format(
                Locale.ROOT,
                "%s: element %d of %d: expected %s (%a), found %s (%a)",
                what,
                i,
                actual.length,
                expected[i],
                expected[i],
                actual[i],
                actual[i]));
      }
    }
  }

  /** A sum of uniform deviates, which is near enough. */
  static float normal(SplittableRandom random) {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return (float) sum;
  }

  static float[] normal(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] x = new float[count];
    for (int i = 0; i < count; i++) {
      x[i] = normal(random);
    }
    return x;
  }

  /** All exponents, specials, and normal deviates, in turn. */
  static float[] any(int count, long seed) {
    float[] specials = {
      0f, -0f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MIN_VALUE, 1f, -1f
    };
    SplittableRandom random = new SplittableRandom(seed);
    float[] x = new float[count];
    for (int i = 0; i < count; i++) {
      switch (random.nextInt(4)) {
        case 0:
          x[i] = Float.intBitsToFloat(random.nextInt());
          break;
        case 1:
          x[i] = 40 * (float) random.nextDouble() - 20;
          break;
        case 2:
          x[i] = specials[random.nextInt(specials.length)];
          break;
        default:
          x[i] = normal(random);
      }
    }
    return x;
  }
}
