package dev.activations.benchmarks.timing;

import dev.activations.measuring.results.Quantiles;
import dev.activations.measuring.speed.Sample;
import java.util.Arrays;

/** The samples of one contender, by round; NaN where there is none. */
final class Samples {
  /** So many samples make a median. */
  static final int ENOUGH = 3;

  private final double[] all;
  private final double[] undisturbed;
  private int count;
  private double spentNanos;

  Samples(int rounds) {
    all = new double[rounds];
    undisturbed = new double[rounds];
    Arrays.fill(all, Double.NaN);
    Arrays.fill(undisturbed, Double.NaN);
  }

  void put(int round, Sample sample) {
    all[round] = sample.nanosPerCall();
    if (sample.undisturbed()) {
      undisturbed[round] = sample.nanosPerCall();
    }
    count++;
    spentNanos += sample.nanosPerCall();
  }

  /** Nanoseconds of a call, by round. */
  double[] all() {
    return all.clone();
  }

  /** The same where nothing disturbed us, or all where that is not enough. */
  double[] best() {
    return mostlyDisturbed() ? all() : undisturbed.clone();
  }

  int count() {
    return count;
  }

  /** How long one call in each of its slots took. */
  double spentNanos() {
    return spentNanos;
  }

  /** Whether what was undisturbed is too little to stand alone. */
  boolean mostlyDisturbed() {
    return Quantiles.count(undisturbed) < Math.min(ENOUGH, count);
  }
}
