package dev.activations.conformance;

import dev.activations.Activation;
import dev.activations.reference.CriticalInputs;
import dev.activations.reference.Normal;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/** Inputs that find errors: all magnitudes, tails, kinks, zeros of derivatives, specials. */
public final class Inputs {
  private static final Map<Activation, float[]> CRITICAL = new ConcurrentHashMap<>();

  private Inputs() {}

  /** The {@link CriticalInputs}, which take long to find, and are not to be written to. */
  static float[] critical(Activation f) {
    return CRITICAL.computeIfAbsent(f, CriticalInputs::of);
  }

  /**
   * Floats of every kind for one function, in random order: a quarter each of all bit patterns, the
   * line [-20, 20], the tails up to |x| = 120, normal numbers; before them the {@link
   * CriticalInputs}, as far as there is room.
   *
   * @param f the function whose kinks and zeros are wanted
   * @param count how many
   * @param seed makes it repeatable
   * @return the inputs
   */
  public static float[] floats(Activation f, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] special = critical(f);
    float[] x = new float[count];
    for (int i = 0; i < count; i++) {
      x[i] = i < special.length ? special[i] : any(random, i);
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
        return (float) Normal.next(random);
    }
  }
}
