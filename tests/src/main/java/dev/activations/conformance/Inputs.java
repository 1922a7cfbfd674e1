package dev.activations.conformance;

import dev.activations.Activation;
import dev.activations.catalogue.Kink;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Inputs that find errors: all magnitudes, tails, kinks, zeros of derivatives, specials. */
public final class Inputs {
  private static final float[] SPECIALS = {
    0f,
    -0f,
    1f,
    -1f,
    Float.MIN_VALUE,
    -Float.MIN_VALUE,
    Float.MIN_NORMAL,
    -Float.MIN_NORMAL,
    Math.nextDown(Float.MIN_NORMAL),
    Float.MAX_VALUE,
    -Float.MAX_VALUE,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    Float.NaN,
  };

  /** Where exp overflows, where it becomes subnormal and zero, and the ends of the float line. */
  private static final float[] EDGES = {
    88.72284f,
    -87.33655f,
    -103.97208f,
    104f,
    Float.MAX_VALUE,
    -Float.MAX_VALUE,
    0f,
    Float.MIN_NORMAL
  };

  private Inputs() {}

  /**
   * Floats of every kind for one function, in random order: a quarter each of all bit patterns, the
   * line [-20, 20], the tails up to |x| = 120, normal numbers; before them the specials and the
   * neighbourhoods of kinks and of zeros of the derivative, as far as there is room.
   *
   * @param f the function whose kinks and zeros are wanted
   * @param count how many
   * @param seed makes it repeatable
   * @return the inputs
   */
  public static float[] floats(Activation f, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Float> special = special(f);
    float[] x = new float[count];
    for (int i = 0; i < count; i++) {
      x[i] = i < special.size() ? special.get(i) : any(random, i);
    }
    for (int i = count - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      float swapped = x[i];
      x[i] = x[j];
      x[j] = swapped;
    }
    return x;
  }

  private static float any(SplittableRandom random, int index) {
    switch (index % 4) {
      case 0:
        return Float.intBitsToFloat(random.nextInt());
      case 1:
        return (float) (40 * random.nextDouble() - 20);
      case 2:
        return (float) Math.copySign(15 + 105 * random.nextDouble(), random.nextDouble() - 0.5);
      default:
        return (float) gaussian(random);
    }
  }

  /**
   * A normal deviate.
   *
   * @param random the source
   * @return mean 0, deviation 1
   */
  public static double gaussian(SplittableRandom random) {
    return Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
        * Math.cos(2 * Math.PI * random.nextDouble());
  }

  private static List<Float> special(Activation f) {
    List<Float> all = new ArrayList<>();
    for (float x : SPECIALS) {
      all.add(x);
    }
    for (float edge : EDGES) {
      around(edge, 16, all);
    }
    for (Kink kink : f.entry().kinks()) {
      around((float) kink.point(f.parameters()), 3, all);
    }
    double step = 1.0 / 16;
    for (double x = -8; x < 8; x += step) {
      if (f.derivative(x) * f.derivative(x + step) < 0) {
        around((float) zero(f, x, x + step), 32, all);
      }
    }
    return all;
  }

  private static void around(float centre, int steps, List<Float> all) {
    float up = centre;
    float down = centre;
    all.add(centre);
    for (int i = 0; i < steps; i++) {
      up = Math.nextUp(up);
      down = Math.nextDown(down);
      all.add(up);
      all.add(down);
    }
  }

  private static double zero(Activation f, double from, double to) {
    double low = from;
    double high = to;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (f.derivative(low) * f.derivative(middle) <= 0) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }
}
