package dev.activations.benchmarks.timing;

import dev.activations.measuring.results.Quantiles;
import java.util.Arrays;

/**
 * What the rounds say of one contender.
 *
 * @param nanos nanoseconds per element, the median over the rounds
 * @param ratio our time divided by its time in the same round, the median over the rounds
 * @param low the lower quartile of that ratio
 * @param high the upper quartile of that ratio
 * @param disturbed whether hardly any of its slots was undisturbed, so that all had to count
 */
public record Figure(double nanos, double ratio, double low, double high, boolean disturbed) {
  /**
   * Makes a figure of ours, its samples, and the elements of a call. Rounds in which one of both
   * was disturbed count only when there are not enough others.
   */
  static Figure of(Samples ours, Samples its, int elements) {
    double[] ratios = ratios(ours.best(), its.best());
    if (Quantiles.count(ratios) < Math.min(Samples.ENOUGH, its.count())) {
      ratios = ratios(ours.all(), its.all());
    }
    return new Figure(
        Quantiles.median(its.best()) / elements,
        Quantiles.median(ratios),
        Quantiles.at(0.25, ratios),
        Quantiles.at(0.75, ratios),
        its.mostlyDisturbed());
  }

  private static double[] ratios(double[] ours, double[] its) {
    double[] ratios = new double[its.length];
    Arrays.setAll(ratios, round -> ours[round] / its[round]);
    return ratios;
  }

  /** As one word, for a pipe. */
  String encode() {
    return nanos + ":" + ratio + ":" + low + ":" + high + ":" + disturbed;
  }

  static Figure decode(String text) {
    String[] parts = text.split(":", -1);
    return new Figure(
        Double.parseDouble(parts[0]),
        Double.parseDouble(parts[1]),
        Double.parseDouble(parts[2]),
        Double.parseDouble(parts[3]),
        Boolean.parseBoolean(parts[4]));
  }
}
