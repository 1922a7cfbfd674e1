package dev.activations.measuring.accuracy;

import dev.activations.Activation;
import dev.activations.ErrorBound;
import dev.activations.reference.ReferenceFunction;
import dev.activations.reference.ReferenceValue;
import dev.activations.reference.Ulp;
import java.util.function.DoubleUnaryOperator;

/**
 * Compares a backend's results with the definition in double, which is right to 6 ULP of double, or
 * to twice that between evaluations ({@link ConsecutiveFloats}). Where that does not decide, next
 * to the bound, to a power of two, at which the unit changes, and to where results overflow, the
 * printed formula is evaluated to 21 digits. Any thread may compare.
 */
final class Comparison {
  /** More than the error of what is expected, in ULP of float. An error below it is none. */
  private static final double DOUBT = 0x1p-24;

  /** The same in proportion to the value. */
  private static final double RELATIVE_DOUBT = 0x1p-47;

  /** From here on a value rounds to infinity. */
  private static final double OVERFLOW = 0x1.ffffffp127;

  private static final long FRACTION = 0xfffffffffffffL;
  private static final int NEXT_TO_POWER = 32;

  private final DoubleUnaryOperator definition;
  private final ReferenceFunction formula;
  private final ErrorBound bound;

  /** Up to here an error is within the bound without doubt. */
  private final double certain;

  Comparison(Activation f, Curve curve, ErrorBound bound) {
    this.definition = curve.definition(f);
    this.formula = curve.formula(f);
    this.bound = bound;
    this.certain = Math.max(0, bound.ulps() - DOUBT);
  }

  /** Compares the first results of an array with what they should be. */
  void compare(float[] x, float[] found, int count, Tally tally) {
    Asked asked = new Asked();
    for (int i = 0; i < count; i++) {
      compare(x[i], definition.applyAsDouble(x[i]), found[i], asked, tally);
    }
  }

  /**
   * The same for consecutive floats, several times as fast.
   *
   * @param expected memory for as many values
   */
  void compareConsecutive(float[] x, float[] found, int count, double[] expected, Tally tally) {
    new ConsecutiveFloats(definition).fill(x, count, expected);
    Asked asked = new Asked();
    for (int from = 0; from < count; from += ConsecutiveFloats.STRETCH) {
      if (!compareStretch(x, expected, found, from, tally)) {
        for (int i = from; i < from + ConsecutiveFloats.STRETCH; i++) {
          compare(x[i], expected[i], found[i], asked, tally);
        }
      }
    }
  }

  /** Compares a stretch in which nothing is special and the unit is one; false for any other. */
  private boolean compareStretch(
      float[] x, double[] expected, float[] found, int from, Tally tally) {
    int to = from + ConsecutiveFloats.STRETCH;
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    double farthest = 0;
    double sum = 0;
    for (int i = from; i < to; i++) {
      double size = Math.abs(expected[i]);
      double distance = Math.abs(found[i] - expected[i]);
      least = size < least ? size : least;
      most = size > most ? size : most;
      farthest = distance > farthest ? distance : farthest;
      sum += distance;
    }
    if (most == 0 && sum == 0) {
      return zeros(expected, found, from, to, tally);
    }
    double unit = Ulp.unitsPerOne(least);
    // NaN is in the sum.
    if (least == 0 || !(sum + most <= Float.MAX_VALUE) || unit != Ulp.unitsPerOne(most)) {
      return false;
    }
    double ulps = farthest * unit;
    if (2 * ulps <= DOUBT) {
      tally.several(to - from, x[from], 0, farthest);
      return true;
    }
    if (ulps > certain || isNextToPowerOfTwo(least) || isNextToPowerOfTwo(most)) {
      return false;
    }
    tally.several(to - from, x[from], sum * unit, farthest);
    for (int i = from; i < to && ulps > tally.maxUlp(); i++) {
      if (Math.abs(found[i] - expected[i]) == farthest) {
        tally.worst(x[i], expected[i], found[i], ulps);
      }
    }
    return true;
  }

  private static boolean zeros(double[] expected, float[] found, int from, int to, Tally tally) {
    for (int i = from; i < to; i++) {
      if (Float.floatToRawIntBits(found[i]) != Float.floatToRawIntBits((float) expected[i])) {
        return false;
      }
    }
    tally.several(to - from, 0, 0, 0);
    return true;
  }

  private void compare(float x, double expected, float found, Asked asked, Tally tally) {
    if (Math.abs(expected) > Float.MAX_VALUE
        || !(Math.abs(found) <= Float.MAX_VALUE)
        || expected == 0
        || Double.isNaN(expected)) {
      special(x, expected, found, tally);
      return;
    }
    double ulps = Ulp.error(found, expected);
    double most = isNextToPowerOfTwo(expected) ? 2 * ulps : ulps;
    if (most <= DOUBT && most <= certain) {
      tally.measured(x, expected, found, 0);
    } else if (most <= certain && (most == ulps || most <= tally.maxUlp())) {
      tally.measured(x, expected, found, ulps);
    } else if (most <= certain) {
      tally.measured(x, expected, found, asked.ulps(x, expected, found));
    } else {
      doubtful(x, expected, found, ulps, most == ulps ? ulps : ulps / 2, tally);
    }
  }

  /** The true value may lie on the other side, where the unit is half or twice this one. */
  private static boolean isNextToPowerOfTwo(double value) {
    long bits = Double.doubleToRawLongBits(value) + NEXT_TO_POWER;
    return (bits & FRACTION) <= 2 * NEXT_TO_POWER;
  }

  /** An error that is beyond the bound, or so close to it that double cannot tell. */
  private void doubtful(
      float x, double expected, float found, double ulps, double least, Tally tally) {
    double distance = Math.abs(found - expected);
    boolean clear =
        least > bound.ulps() + DOUBT
            && distance - RELATIVE_DOUBT * Math.abs(expected) > bound.floor();
    if (clear || Float.isInfinite(x)) { // a limit is exact
      judge(x, expected, found, ulps, distance, tally);
    } else {
      byFormula(x, expected, found, tally);
    }
  }

  private void byFormula(float x, double expected, float found, Tally tally) {
    ReferenceValue value = formula.atFloat(x);
    judge(x, expected, found, value.errorInUlps(found), value.distance(found), tally);
  }

  private void judge(
      float x, double expected, float found, double ulps, double distance, Tally tally) {
    if (ulps <= bound.ulps()) {
      tally.measured(x, expected, found, ulps);
    } else if (distance <= bound.floor()) {
      tally.excused(x, distance);
    } else if (found == 0) {
      tally.wrongZero(x, expected, found);
    } else {
      tally.beyond(x, expected, found, ulps);
    }
  }

  /** What a figure does not tell: NaN, infinities, and results for which zero is the true value. */
  private void special(float x, double expected, float found, Tally tally) {
    if (Double.isNaN(expected) || Float.isNaN(found)) {
      if (Double.isNaN(expected) && Float.isNaN(found)) {
        tally.right();
      } else {
        tally.wrongNan(x, expected, found);
      }
    } else if (expected == 0 && !Float.isInfinite(found)) {
      zero(x, expected, found, tally);
    } else if (Float.isInfinite(found) != overflows(x, expected) || found * expected < 0) {
      tally.wrongInfinity(x, expected, found);
    } else if (Float.isInfinite(found)) {
      tally.right();
    } else {
      byFormula(x, expected, found, tally);
    }
  }

  private void zero(float x, double expected, float found, Tally tally) {
    if (Ulp.error(found, expected) == 0) {
      tally.measured(x, expected, found, 0);
    } else if (found != 0 && Math.abs(found) <= bound.floor()) {
      tally.excused(x, Math.abs(found));
    } else {
      tally.wrongZero(x, expected, found);
    }
  }

  /** Whether the true value rounds to an infinity. */
  private boolean overflows(float x, double expected) {
    double size = Math.abs(expected);
    boolean clear = Math.abs(size - OVERFLOW) > RELATIVE_DOUBT * OVERFLOW;
    if (clear || Float.isInfinite(x)) {
      return size >= OVERFLOW;
    }
    float infinity = Math.copySign(Float.POSITIVE_INFINITY, (float) expected);
    return formula.atFloat(x).errorInUlps(infinity) == 0;
  }

  /**
   * Exact errors next to a power of two, where a function may stay for a million inputs: the same
   * result for the same double, on the same side of zero, is not asked for again.
   */
  private final class Asked {
    private double expected;
    private float found;
    private boolean negative;
    private double ulps;

    double ulps(float nextX, double nextExpected, float nextFound) {
      if (nextExpected != expected || nextFound != found || nextX < 0 != negative) {
        expected = nextExpected;
        found = nextFound;
        negative = nextX < 0;
        ulps =
            Float.isInfinite(nextX)
                ? Ulp.error(found, expected)
                : formula.atFloat(nextX).errorInUlps(found);
      }
      return ulps;
    }
  }
}
