package dev.activations.measuring.results;

import java.util.Arrays;

/** Quantiles of samples; places without a sample hold NaN and do not count. */
public final class Quantiles {
  private Quantiles() {}

  /**
   * The median.
   *
   * @param values the samples
   * @return NaN when there is none
   */
  public static double median(double... values) {
    return at(0.5, values);
  }

  /**
   * The samples that there are.
   *
   * @param values the samples
   * @return how many are not NaN
   */
  public static int count(double... values) {
    return (int) Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
  }

  /**
   * A quantile; between two samples it is interpolated.
   *
   * @param quantile from 0 to 1
   * @param values the samples
   * @return NaN when there is none
   */
  public static double at(double quantile, double... values) {
    double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double place = quantile * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
