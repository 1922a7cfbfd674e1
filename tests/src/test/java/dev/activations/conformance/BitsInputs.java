package dev.activations.conformance;

import dev.activations.Activation;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Inputs that are the same floats on every JVM: made with exact operations alone. */
final class BitsInputs {
  /** No whole number of vectors, and several blocks. */
  private static final int ELEMENTS = 19_997;

  /** Of each sign and exponent. */
  private static final int MANTISSAS = 10;

  private static final int EXPONENTS = 1 << 9;

  private BitsInputs() {}

  /** What is critical for the function, all signs and exponents, a line, and normal deviates. */
  static float[] elements(Activation f) {
    SplittableRandom random = new SplittableRandom(1);
    float[] critical = Inputs.critical(f);
    float[] x = Arrays.copyOf(critical, ELEMENTS);
    for (int i = critical.length; i < ELEMENTS; i++) {
      int j = i - critical.length;
      if (j < EXPONENTS * MANTISSAS) {
        x[i] = Float.intBitsToFloat(((j / MANTISSAS) << 23) | random.nextInt(1 << 23));
      } else {
        x[i] = i % 2 == 0 ? (float) (40 * random.nextDouble() - 20) : 3 * normal(random);
      }
    }
    // Each kind at each place of a vector.
    for (int i = ELEMENTS - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      float swapped = x[i];
      x[i] = x[j];
      x[j] = swapped;
    }
    return x;
  }

  /** Normal deviates, now and then scaled far up or down, or special. */
  static float[] gradient(int count) {
    SplittableRandom random = new SplittableRandom(2);
    float[] specials = {0f, -0f, Float.MIN_VALUE, 1e-30f, 1e30f, Float.POSITIVE_INFINITY};
    float[] dy = new float[count];
    for (int i = 0; i < count; i++) {
      float normal = normal(random);
      dy[i] = i % 101 == 100 ? specials[random.nextInt(specials.length)] : normal;
    }
    return dy;
  }

  /** Rows that take all ways through a row operation, in turn. */
  static float[] rows(int rows, int columns) {
    SplittableRandom random = new SplittableRandom(3);
    float[] x = new float[rows * columns];
    for (int row = 0; row < rows; row++) {
      int some = random.nextInt(columns);
      for (int i = 0; i < columns; i++) {
        x[row * columns + i] = element(row % 13, i, i == some, normal(random));
      }
    }
    return x;
  }

  private static float element(int kind, int column, boolean some, float normal) {
    switch (kind) {
      case 1:
        return some ? 25 : normal;
      case 3:
        return -1000 + normal;
      case 4:
        return 85 + 2 * normal;
      case 5:
        return 0.3f;
      case 7:
        return some ? 3e38f : 1000 * normal;
      case 8:
        return column % 3 == 1 ? Float.NEGATIVE_INFINITY : normal;
      case 9:
        return some ? Float.NaN : normal;
      case 11:
        return column % 5 == 0 ? 2 : column % 2 == 0 ? 0f : -0f;
      default:
        return 2 * normal;
    }
  }

  /** The sum of twelve uniform deviates, which needs no logarithm. */
  private static float normal(SplittableRandom random) {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return (float) sum;
  }
}
