package dev.activations.cli.plot;

import dev.activations.cli.plot.chart.Axis;
import java.util.List;

/** What a vertical axis has to show. */
final class Heights {
  private static final double PADDING = 0.06;

  private double least = Double.POSITIVE_INFINITY;
  private double most = Double.NEGATIVE_INFINITY;

  void add(List<double[]> curve) {
    for (double[] part : curve) {
      for (int i = 1; i < part.length; i += 2) {
        add(part[i]);
      }
    }
  }

  void add(double y) {
    if (Double.isFinite(y)) {
      least = Math.min(least, y);
      most = Math.max(most, y);
    }
  }

  /** Whether a height is there, or so near that the axis may be made longer for it. */
  boolean isNear(double y) {
    double reach = (most - least) / 2;
    return y >= least - reach && y <= most + reach;
  }

  /** An axis for it all, with a little space at both ends. */
  Axis axis(String title, int ticks) {
    if (least > most) {
      return Axis.of(title, -1, 1, ticks);
    }
    double space = PADDING * (most / 2 - least / 2) * 2;
    if (space <= Math.ulp(Math.max(Math.abs(least), Math.abs(most)))) {
      space = Math.max(1, Math.abs(most) / 10);
    }
    return Axis.of(
        title,
        Math.max(-Double.MAX_VALUE, least - space),
        Math.min(Double.MAX_VALUE, most + space),
        ticks);
  }
}
