package dev.activations.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Inputs for tests, and errors in units in the last place. */
public final class Floats {
  private static final float[] SPECIAL = {
    0f,
    -0f,
    Float.MIN_VALUE,
    -Float.MIN_VALUE,
    0x1.fffffcp-127f,
    -0x1.fffffcp-127f,
    Float.MIN_NORMAL,
    -Float.MIN_NORMAL,
    1f,
    -1f,
    Float.MAX_VALUE,
    -Float.MAX_VALUE,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    Float.NaN
  };

  private Floats() {}

  /** Zeros, subnormals, infinities and NaN first, then floats of all sizes and of everyday ones. */
  public static float[] mixed(int count) {
    SplittableRandom random = new SplittableRandom(7);
    float[] all = new float[count];
    for (int i = 0; i < count; i++) {
      float any = Float.intBitsToFloat(random.nextInt());
      float everyday = (float) (random.nextDouble() * 40 - 20);
      all[i] = i < SPECIAL.length ? SPECIAL[i] : i % 3 == 0 && !Float.isNaN(any) ? any : everyday;
    }
    return all;
  }

  /** Evenly from one number to another, both included. */
  public static float[] between(double first, double last, int count) {
    float[] all = new float[count];
    for (int i = 0; i < count; i++) {
      all[i] = (float) (first + (last - first) * i / (count - 1));
    }
    return all;
  }

  /**
   * How far a float is from the true value, in the spacing of floats there: 0.5 at most when it is
   * rounded correctly.
   */
  public static double ulps(float actual, double expected) {
    float rounded = (float) expected;
    if (!Float.isFinite(rounded) || !Float.isFinite(actual)) {
      return Float.compare(actual, rounded) == 0 ? 0 : Double.POSITIVE_INFINITY;
    }
    int exponent = Math.max(Math.getExponent(expected), Float.MIN_EXPONENT);
    return Math.abs(actual - expected) / Math.scalb(1.0, exponent - 23);
  }

  /** The bits, with all NaN alike. */
  public static String text(float value) {
    return Float.toHexString(value);
  }

  /** Where floats are not the expected ones, down to the signs of zeros; all NaN are alike. */
  public static List<String> differences(float[] x, float[] expected, float[] actual, int from) {
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < expected.length; i++) {
      if (Float.compare(actual[from + i], expected[i]) != 0) {
        String found = text(expected[i]) + ", found " + text(actual[from + i]);
        differences.add("element " + i + ", x = " + x[i] + ": expected " + found);
      }
    }
    return differences;
  }
}
