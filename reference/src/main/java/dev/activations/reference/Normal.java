package dev.activations.reference;

import java.util.SplittableRandom;

/** Normal deviates, by the Box-Muller method: the same in each version of Java. */
public final class Normal {
  private Normal() {}

  /**
   * A normal deviate.
   *
   * @param random the source, of which two numbers are taken
   * @return mean 0, deviation 1
   */
  public static double next(SplittableRandom random) {
    double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
    return radius * Math.cos(2 * Math.PI * random.nextDouble());
  }
}
