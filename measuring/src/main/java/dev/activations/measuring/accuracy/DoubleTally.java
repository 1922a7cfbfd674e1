package dev.activations.measuring.accuracy;

import dev.activations.ErrorBound;
import dev.activations.RowOperation;
import dev.activations.RowOperation.Kind;
import dev.activations.measuring.findings.Errors;
import dev.activations.measuring.findings.Point;
import dev.activations.measuring.findings.Wrong;
import dev.activations.reference.DoubleRowGradient;
import org.jspecify.annotations.Nullable;

/** What comparing results in double gave, counted up. */
final class DoubleTally {
  /** Figures of terms are in 2^-24, as everywhere; {@link DoubleRowGradient} has 2^-53. */
  static final double UNITS = 0x1p29;

  private final ErrorBound bound;
  private @Nullable String place;
  private long inputs;
  private double sum;
  private double maxUlp;
  private @Nullable Point worst;
  private double maxOfTerms;
  private long beyond;
  private long excused;
  private long nans;
  private long infinities;
  private long zeros;
  private @Nullable Point firstWrong;

  DoubleTally(ErrorBound bound) {
    this.bound = bound;
  }

  /** What follows stands in this row. */
  void in(String row) {
    place = row;
  }

  /** The backward of a function: the error is that of the derivative. */
  void product(double x, double slope, double dy, double dx) {
    double expected = dy * slope;
    Point point = Point.of(x, expected, dx).of(null, Double.toString(dy));
    if (Double.compare(dx, expected) == 0) {
      inputs++;
    } else if (Double.isNaN(dx) || Double.isNaN(expected)) {
      nans++;
      wrong(point);
    } else if (Double.isInfinite(dx) || Double.isInfinite(expected)) {
      infinities++;
      wrong(point);
    } else if (dx == 0 || expected == 0) {
      zeros++;
      wrong(point);
    } else {
      double unit = Math.max(Math.abs(dy) * Math.ulp(slope), Double.MIN_VALUE);
      measured(Math.abs(dx - expected) / unit, Double.POSITIVE_INFINITY, point);
    }
  }

  /** The backward of a row of finite numbers. */
  void row(RowOperation f, double[] x, double[] saved, double[] dy, double[] dx) {
    DoubleRowGradient exact = DoubleRowGradient.of(f, saved, dy);
    double units = bound.condition() * UNITS;
    for (int i = 0; i < dx.length; i++) {
      String output = f.kind() == Kind.LOGSUMEXP ? null : Double.toString(saved[i]);
      double expected = exact.at(i);
      Point point =
          Point.of(x[i], expected, dx[i])
              .of(output, Double.toString(dy[dy.length == 1 ? 0 : i]))
              .in(place);
      if (Double.isNaN(dx[i])) {
        nans++;
        wrong(point);
      } else if (!Double.isInfinite(dx[i])) {
        double error = exact.error(i, dx[i]);
        double ulps = error == 0 ? 0 : Math.abs(dx[i] - expected) / Math.ulp(expected);
        maxOfTerms = Math.max(maxOfTerms, error / UNITS);
        measured(ulps, error / UNITS, point);
      } else if (exact.mayOverflow(i, units) && dx[i] * expected > 0) {
        inputs++;
      } else {
        infinities++;
        wrong(point);
      }
    }
  }

  /** The backward of a row with a gradient that is not finite. */
  void nan(double[] x, double[] saved, double[] dy, double[] dx) {
    for (int i = 0; i < dx.length; i++) {
      if (Double.isNaN(dx[i])) {
        inputs++;
      } else {
        nans++;
        wrong(
            Point.of(x[i], Double.NaN, dx[i])
                .of(Double.toString(saved[i]), Double.toString(dy[i]))
                .in(place));
      }
    }
  }

  private void measured(double ulps, double ofTerms, Point point) {
    inputs++;
    if (ulps > bound.ulps() && ofTerms <= bound.condition()) {
      excused++;
      return;
    }
    sum += ulps;
    if (ulps > maxUlp) {
      maxUlp = ulps;
      worst = point;
    }
    if (ulps > bound.ulps()) {
      beyond++;
    }
  }

  private void wrong(Point point) {
    inputs++;
    firstWrong = firstWrong == null ? point : firstWrong;
  }

  long inputs() {
    return inputs;
  }

  boolean isGood() {
    return beyond + nans + infinities + zeros == 0;
  }

  Errors errors() {
    double mean = inputs == 0 ? 0 : sum / inputs;
    @Nullable Double terms = bound.condition() == 0 ? null : maxOfTerms;
    return new Errors(maxUlp, mean, worst, 0, beyond, excused, 0, terms);
  }

  Wrong wrong() {
    return new Wrong(nans, infinities, zeros, firstWrong);
  }
}
