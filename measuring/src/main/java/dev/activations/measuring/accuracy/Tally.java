package dev.activations.measuring.accuracy;

import dev.activations.measuring.findings.Errors;
import dev.activations.measuring.findings.Point;
import dev.activations.measuring.findings.Wrong;
import org.jspecify.annotations.Nullable;

/**
 * What comparing results gave, counted up. For one thread at a time; makes no object per result.
 */
final class Tally {
  /** Of operands up to here an absolute error says something. */
  private static final float NEAR = 10;

  private long inputs;
  private long finite;
  private double sum;
  private double maxUlp;
  private float worstX;
  private double worstExpected;
  private float worstFound;
  private float worstY;
  private float worstDy;
  private @Nullable String worstPlace;
  private double maxAbsolute;
  private long beyond;
  private long excused;
  private double maxExcused;
  private long nans;
  private long infinities;
  private long zeros;
  private @Nullable Point firstWrong;
  private @Nullable String place;
  private Operands operands = Operands.INPUT;
  private float y;
  private float dy;
  private boolean moderate = true;

  /** Of what results are. */
  enum Operands {
    /** The input alone. */
    INPUT,
    /** A backward: the input and the gradient of the output. */
    GRADIENT,
    /** A backward that starts from the output. */
    OUTPUT_AND_GRADIENT
  }

  /** What follows stands in this row; absolute errors are counted where operands are moderate. */
  void in(String row, boolean isModerate) {
    place = row;
    moderate = isModerate;
  }

  /** What follows is the backward of a gradient, from this output where there is one. */
  void of(Operands backward, float output, float gradient) {
    operands = backward;
    y = output;
    dy = gradient;
  }

  /** A finite result, and how far it is off. */
  void measured(float x, double expected, float found, double ulps) {
    several(1, x, ulps, Math.abs(found - expected));
    worst(x, expected, found, ulps);
  }

  /** Some finite results, next to x, the sum of their errors and the largest distance. */
  void several(int count, float x, double ulps, double distance) {
    inputs += count;
    finite += count;
    sum += ulps;
    absolute(x, distance);
  }

  /** A measured result that may be farther off than all before it. */
  void worst(float x, double expected, float found, double ulps) {
    if (ulps > maxUlp) {
      maxUlp = ulps;
      worstX = x;
      worstExpected = expected;
      worstFound = found;
      worstY = y;
      worstDy = dy;
      worstPlace = place;
    }
  }

  /** A measured result that is beyond the bound. */
  void beyond(float x, double expected, float found, double ulps) {
    beyond++;
    measured(x, expected, found, ulps);
  }

  /** A result that is beyond the bound in ULP, and good enough for its other parts. */
  void excused(float x, double distance) {
    inputs++;
    excused++;
    if (moderate && Math.abs(dy) <= NEAR) {
      maxExcused = Math.max(maxExcused, distance);
    }
    absolute(x, distance);
  }

  private void absolute(float x, double distance) {
    if (distance > maxAbsolute && moderate && Math.abs(x) <= NEAR && Math.abs(dy) <= NEAR) {
      maxAbsolute = distance;
    }
  }

  /** NaN for NaN, or the right infinity. */
  void right() {
    inputs++;
  }

  void wrongNan(float x, double expected, float found) {
    nans++;
    wrong(x, expected, found);
  }

  void wrongInfinity(float x, double expected, float found) {
    infinities++;
    wrong(x, expected, found);
  }

  void wrongZero(float x, double expected, float found) {
    zeros++;
    wrong(x, expected, found);
  }

  private void wrong(float x, double expected, float found) {
    inputs++;
    if (firstWrong == null) {
      firstWrong = point(x, expected, found, y, dy, place);
    }
  }

  /** Adds what was counted elsewhere, of later inputs. */
  void add(Tally later) {
    inputs += later.inputs;
    finite += later.finite;
    sum += later.sum;
    if (later.maxUlp > maxUlp) {
      maxUlp = later.maxUlp;
      worstX = later.worstX;
      worstExpected = later.worstExpected;
      worstFound = later.worstFound;
      worstY = later.worstY;
      worstDy = later.worstDy;
      worstPlace = later.worstPlace;
    }
    maxAbsolute = Math.max(maxAbsolute, later.maxAbsolute);
    beyond += later.beyond;
    excused += later.excused;
    maxExcused = Math.max(maxExcused, later.maxExcused);
    nans += later.nans;
    infinities += later.infinities;
    zeros += later.zeros;
    firstWrong = firstWrong == null ? later.firstWrong : firstWrong;
    operands = later.operands;
  }

  long inputs() {
    return inputs;
  }

  double maxUlp() {
    return maxUlp;
  }

  float worstX() {
    return worstX;
  }

  float worstFound() {
    return worstFound;
  }

  /** Where the largest error is; null when there is none. */
  @Nullable Point worst() {
    return maxUlp == 0
        ? null
        : point(worstX, worstExpected, worstFound, worstY, worstDy, worstPlace);
  }

  private Point point(
      float x, double expected, float found, float output, float gradient, @Nullable String row) {
    Point point = Point.of(x, expected, found).in(row);
    return switch (operands) {
      case INPUT -> point;
      case GRADIENT -> point.of(null, Float.toString(gradient));
      case OUTPUT_AND_GRADIENT -> point.of(Float.toString(output), Float.toString(gradient));
    };
  }

  /** Whether a result was good for its absolute part, or that of terms, alone. */
  boolean isExcused() {
    return excused > 0;
  }

  boolean isGood() {
    return beyond + nans + infinities + zeros == 0;
  }

  Errors errors(double exactMaximum, @Nullable Point worst, @Nullable Double maxOfTerms) {
    double mean = finite == 0 ? 0 : sum / finite;
    return new Errors(
        exactMaximum, mean, worst, maxAbsolute, beyond, excused, maxExcused, maxOfTerms);
  }

  Wrong wrong() {
    return new Wrong(nans, infinities, zeros, firstWrong);
  }
}
