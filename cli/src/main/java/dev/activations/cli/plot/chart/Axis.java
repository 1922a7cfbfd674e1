package dev.activations.cli.plot.chart;

import java.util.List;

/**
 * One side of a panel.
 *
 * @param title what it measures; empty for none
 * @param lower where it begins
 * @param upper where it ends
 * @param ticks its marks
 */
public record Axis(String title, double lower, double upper, List<Tick> ticks) {
  /**
   * An axis with round numbers as marks.
   *
   * @param title what it measures; empty for none
   * @param lower where it begins
   * @param upper where it ends
   * @param most how many marks it may have, about
   * @return the axis
   */
  public static Axis of(String title, double lower, double upper, int most) {
    return new Axis(title, lower, upper, RoundTicks.between(lower, upper, most));
  }

  /** Where a number lies: 0 at the beginning, 1 at the end. */
  double part(double value) {
    // Halves: the length of an axis may be beyond the range of double.
    return (value / 2 - lower / 2) / (upper / 2 - lower / 2);
  }

  /** Whether a number lies on it. */
  boolean contains(double value) {
    return value >= lower && value <= upper;
  }
}
