package dev.activations.cli.plot;

import dev.activations.Activation;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Points of a function and its derivative that straight lines may join. Both are evaluated at the
 * same points, since where one jumps the other has a peak.
 */
final class Sampler {
  /** A stretch between kinks is halved this often everywhere, and where it bends at most. */
  private static final int COARSE = 7;

  private static final int FINE = 40;

  /** Halves whatever there is. */
  private static final double NONE = -1;

  /** Of the height of the picture: less than a tenth of a pixel. */
  private static final double TOLERANCE = 1.5e-4;

  /** Of a height: more than the rounding errors of definitions. */
  private static final double NOISE = 1e-14;

  private final Activation f;
  private final Span span;

  /** The points of both curves: each list has a polyline for each part without a jump. */
  record Curves(List<double[]> value, List<double[]> derivative) {}

  Sampler(Activation f, Span span) {
    this.f = f;
    this.span = span;
  }

  /** The kinks of a function that a span has, ascending, each once. */
  static List<Double> kinks(Activation f, Span span) {
    double[] p = f.parameters();
    return f.entry().kinks().stream()
        .map(kink -> kink.point(p) + 0.0)
        .filter(x -> x >= span.from() && x <= span.to())
        .distinct()
        .sorted()
        .toList();
  }

  Curves sample() {
    List<Stretch> stretches = stretches();
    // Heights are known better each time: a peak may be too narrow for the first samples.
    for (int depth = 0; depth < FINE; depth++) {
      double value = depth < COARSE ? NONE : tolerance(stretches, Sample::value);
      double derivative = depth < COARSE ? NONE : tolerance(stretches, Sample::derivative);
      stretches.forEach(stretch -> stretch.halve(value, derivative));
    }
    return new Curves(joined(stretches, Sample::value), joined(stretches, Sample::derivative));
  }

  private List<Stretch> stretches() {
    List<Double> kinks = kinks(f, span);
    List<Double> ends = new ArrayList<>(kinks);
    ends.add(0, span.from());
    ends.add(span.to());
    List<Stretch> stretches = new ArrayList<>();
    for (int i = 1; i < ends.size(); i++) {
      double from = ends.get(i - 1);
      double to = ends.get(i);
      if (from < to) {
        // At a kink the limit from inside, not the value there.
        Sample first = at(from, kinks.contains(from) ? Math.nextUp(from) : from);
        Sample last = at(to, kinks.contains(to) ? Math.nextDown(to) : to);
        stretches.add(new Stretch(f, first, last));
      }
    }
    return stretches;
  }

  private Sample at(double shown, double x) {
    return new Sample(shown, f.value(x), f.derivative(x));
  }

  private List<double[]> joined(List<Stretch> stretches, ToDoubleFunction<Sample> curve) {
    double tolerance = tolerance(stretches, curve);
    Joined joined = new Joined(tolerance);
    for (Stretch stretch : stretches) {
      joined.add(
          stretch.samples().stream()
              .map(sample -> new double[] {sample.x(), curve.applyAsDouble(sample)})
              .toList());
    }
    return joined.parts(span.to() - span.from(), tolerance / TOLERANCE);
  }

  /** What is no difference between heights in a picture that has all of them. */
  private static double tolerance(List<Stretch> stretches, ToDoubleFunction<Sample> curve) {
    DoubleSummaryStatistics finite =
        stretches.stream()
            .flatMap(stretch -> stretch.samples().stream())
            .mapToDouble(curve)
            .filter(Double::isFinite)
            .summaryStatistics();
    if (finite.getCount() == 0) {
      return Double.MIN_NORMAL;
    }
    double size = Math.max(Math.abs(finite.getMin()), Math.abs(finite.getMax()));
    double height = TOLERANCE * finite.getMax() - TOLERANCE * finite.getMin();
    return Math.max(Double.MIN_NORMAL, Math.max(height, NOISE * size));
  }
}
