package dev.activations.cli.verify;

import dev.activations.Activation;
import dev.activations.ErrorBound;
import dev.activations.reference.ReferenceFunction;
import dev.activations.reference.ReferenceValue;
import dev.activations.reference.Ulp;
import java.util.function.DoubleUnaryOperator;

/**
 * Compares a backend's results with the definition in double, which is right to 6 ULP of double.
 * Where that does not decide, next to the bound, to a power of two, at which the unit changes, and
 * to where results overflow, the printed formula is evaluated to 21 digits. Any thread may compare.
 */
final class Comparison {
  /** More than the 6 ULP of double of the definition, in ULP of float. */
  private static final double DOUBT = 0x1p-25;

  /** The same in proportion to the value. */
  private static final double RELATIVE_DOUBT = 0x1p-49;

  /** From here on a value rounds to infinity. */
  private static final double OVERFLOW = 0x1.ffffffp127;

  private static final long FRACTION = 0xfffffffffffffL;
  private static final int NEXT_TO_POWER = 8;

  private final DoubleUnaryOperator definition;
  private final ReferenceFunction formula;
  private final ErrorBound bound;

  /** Up to here an error is within the bound without doubt. */
  private final double certain;

  Comparison(Activation f, Direction direction, ErrorBound bound) {
    this.definition = direction.definition(f);
    this.formula = direction.formula(f);
    this.bound = bound;
    this.certain = Math.max(0, bound.ulps() - DOUBT);
  }

  /** Compares the first results of an array with what they should be. */
  void compare(float[] x, float[] found, int count, Tally tally) {
    Asked asked = new Asked();
    for (int i = 0; i < count; i++) {
      double expected = definition.applyAsDouble(x[i]);
      if (Math.abs(expected) <= Float.MAX_VALUE
          && Math.abs(found[i]) <= Float.MAX_VALUE
          && expected != 0) {
        double ulps = Ulp.error(found[i], expected);
        double most = isNextToPowerOfTwo(expected) ? 2 * ulps : ulps;
        if (most <= certain && (most == ulps || most <= tally.maxUlp())) {
          tally.measured(x[i], expected, found[i], ulps);
        } else if (most <= certain) {
          tally.measured(x[i], expected, found[i], asked.ulps(x[i], expected, found[i]));
        } else {
          doubtful(x[i], expected, found[i], ulps, most == ulps ? ulps : ulps / 2, tally);
        }
      } else {
        special(x[i], expected, found[i], tally);
      }
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
