package dev.activations.cli.plot;

import dev.activations.Activation;
import dev.activations.cli.plot.chart.Dot;
import dev.activations.cli.plot.chart.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The points of a curve at kinks: a full one for the value there, and a ring where the curve comes
 * from elsewhere.
 */
final class Kinks {
  /** One-sided limits are taken next to the kink, where a curve has not moved by more than this. */
  private static final double SAME = 1e-9;

  private Kinks() {}

  static List<Mark> marks(
      String role, Activation f, DoubleUnaryOperator curve, Span span, Dot dot) {
    List<Mark> marks = new ArrayList<>();
    Dot ring = Dot.ring(dot.colour()).times(dot.size());
    for (double x : Sampler.kinks(f, span)) {
      double there = curve.applyAsDouble(x);
      double before = curve.applyAsDouble(Math.nextDown(x));
      double after = curve.applyAsDouble(Math.nextUp(x));
      if (x > span.from() && differ(before, there)) {
        marks.add(new Mark.Point(role + "-limit", x, before, ring));
      }
      if (x < span.to() && differ(after, there) && differ(after, before)) {
        marks.add(new Mark.Point(role + "-limit", x, after, ring));
      }
      marks.add(new Mark.Point(role + "-kink", x, there, dot));
    }
    return marks;
  }

  private static boolean differ(double a, double b) {
    return Math.abs(a - b) > SAME * Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
  }
}
