package dev.activations.reference;

import dev.activations.Activation;
import dev.activations.catalogue.Kink;
import java.util.ArrayList;
import java.util.List;

/**
 * The floats at which a function is most likely to be computed wrong: specials, and the floats next
 * to its kinks, to the zeros of its derivative, to the ends of the exponential and of the float
 * line. It asks the definition where the zeros are; it says where to look, and judges nothing.
 */
public final class CriticalInputs {
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

  private CriticalInputs() {}

  /**
   * The critical inputs of a function.
   *
   * @param f the function
   * @return a few hundred floats, some of them twice
   */
  public static float[] of(Activation f) {
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
    float[] floats = new float[all.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = all.get(i);
    }
    return floats;
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
