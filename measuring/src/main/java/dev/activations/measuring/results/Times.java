package dev.activations.measuring.results;

import java.util.Arrays;

/**
 * How long something took, call by call, in seconds.
 *
 * @param median the median
 * @param lower the lower quartile
 * @param upper the upper quartile
 * @param least the shortest
 * @param samples how many there are
 */
public record Times(double median, double lower, double upper, double least, int samples) {
  /**
   * Sums samples up; between two of them a quantile is interpolated.
   *
   * @param seconds the samples, at least one
   * @return their quantiles
   */
  public static Times of(double... seconds) {
    double[] sorted = seconds.clone();
    Arrays.sort(sorted);
    return new Times(
        quantile(sorted, 0.5),
        quantile(sorted, 0.25),
        quantile(sorted, 0.75),
        sorted[0],
        sorted.length);
  }

  private static double quantile(double[] sorted, double part) {
    double place = part * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
