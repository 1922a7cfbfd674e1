package dev.activations.cli.plot;

import dev.activations.Activation;
import dev.activations.catalogue.Kink;
import dev.activations.catalogue.Limits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the horizontal axis.
 *
 * @param from its left end
 * @param to its right end, above it
 */
record Span(double from, double to) {
  /** Ends of what functions are shown on by themselves, but for powers of ten. */
  private static final int[] ROUND = {1, 2, 3, 4, 5, 6};

  private static final int LEAST_POWER = -4;
  private static final int MOST_POWER = 6;

  /** What a function that looks the same at any size is shown on. */
  private static final double ANY = 4;

  /** What a function with an unbounded derivative is shown on: further out it is one steep line. */
  private static final double STEEP = 2;

  /** Ends and lengths beyond it, or below its inverse, would leave the range of double. */
  private static final double LARGEST = 1e300;

  private static final double KINK_INSIDE = 1.6;
  private static final double SETTLED = 0.02;

  /**
   * Reads {@code --range}.
   *
   * @throws IllegalArgumentException unless it is A:B with A below B
   */
  static Span parse(String text) {
    String[] ends = text.split(":", -1);
    try {
      if (ends.length == 2) {
        Span span = new Span(Double.parseDouble(ends[0]), Double.parseDouble(ends[1]));
        if (span.from < span.to
            && Math.max(Math.abs(span.from), Math.abs(span.to)) <= LARGEST
            && span.to - span.from >= 1 / LARGEST) {
          return span;
        }
      }
    } catch (NumberFormatException notNumbers) {
      throw wrong(text, notNumbers);
    }
    throw wrong(text, null);
  }

  private static IllegalArgumentException wrong(String text, @Nullable Throwable cause) {
    return new IllegalArgumentException(
        "--range: expected A:B, two numbers of at most 1e300 with A < B such as -5:5, found '"
            + text
            + "'",
        cause);
  }

  /** What shows all of some functions. */
  static Span of(List<Activation> functions) {
    double reach = functions.stream().mapToDouble(Span::reach).max().orElse(ANY);
    return new Span(-reach, reach);
  }

  /** The least round number beyond which a function has settled, and well beyond its kinks. */
  private static double reach(Activation f) {
    double[] p = f.parameters();
    double kink = 0;
    for (Kink one : f.entry().kinks()) {
      kink = Math.max(kink, Math.abs(one.point(p)));
    }
    Limits limits = f.entry().limitsAt(p);
    double below = limits.derivative(false);
    double above = limits.derivative(true);
    if (Double.isInfinite(below) || Double.isInfinite(above)) {
      return Math.max(STEEP, KINK_INSIDE * kink);
    }
    double steepness = Math.max(steepness(f), Math.abs(above - below));
    boolean first = true;
    for (int power = LEAST_POWER; power <= MOST_POWER; power++) {
      for (int digit : ROUND) {
        double reach = digit * StrictMath.pow(10, power);
        if (reach >= KINK_INSIDE * kink && isSettled(f, reach, below, above, steepness)) {
          return first ? ANY : reach;
        }
        first = false;
      }
    }
    return Math.max(ANY, KINK_INSIDE * kink);
  }

  /** The largest difference of derivatives at points of all sizes. */
  private static double steepness(Activation f) {
    double least = f.derivative(0);
    double most = least;
    for (int i = -320; i <= 160; i++) {
      double x = StrictMath.pow(2, i / 8.0);
      least = Math.min(least, Math.min(f.derivative(x), f.derivative(-x)));
      most = Math.max(most, Math.max(f.derivative(x), f.derivative(-x)));
    }
    return most - least;
  }

  private static boolean isSettled(
      Activation f, double reach, double below, double above, double steepness) {
    for (double x = reach; x <= 2 * reach; x += reach / 4) {
      if (Math.abs(f.derivative(-x) - below) > SETTLED * steepness
          || Math.abs(f.derivative(x) - above) > SETTLED * steepness) {
        return false;
      }
    }
    return true;
  }
}
