package dev.activations.measuring.results;

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
    return new Times(
        Quantiles.median(seconds),
        Quantiles.at(0.25, seconds),
        Quantiles.at(0.75, seconds),
        Quantiles.at(0, seconds),
        seconds.length);
  }
}
