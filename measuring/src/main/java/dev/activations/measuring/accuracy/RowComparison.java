package dev.activations.measuring.accuracy;

import dev.activations.ErrorBound;
import dev.activations.RowOperation;
import dev.activations.RowOperation.Kind;
import dev.activations.measuring.findings.Errors;
import dev.activations.reference.RowGradient;
import dev.activations.reference.RowOracle;
import dev.activations.reference.Ulp;
import org.jspecify.annotations.Nullable;

/** Compares rows with the textbook in double, whose own error is known. */
final class RowComparison {
  private final Tally tally = new Tally();
  private final ErrorBound bound;
  private final boolean backward;
  private final Tally.Operands operands;

  /** Whether terms may cancel, so that their magnitudes count. */
  private final boolean cancels;

  /** Whether a zero has a sign that is promised; in a sum over a row it has none: -0 + 0 is 0. */
  private final boolean signed;

  private double maxOfTerms;

  private RowComparison(RowOperation f, ErrorBound bound, boolean backward) {
    this.bound = bound;
    this.backward = backward;
    boolean fromInput = f.kind() == Kind.LOGSUMEXP;
    this.operands =
        !backward
            ? Tally.Operands.INPUT
            : fromInput ? Tally.Operands.GRADIENT : Tally.Operands.OUTPUT_AND_GRADIENT;
    this.cancels = backward || fromInput;
    this.signed = backward && RowGradient.hasSignedZeros(f);
  }

  static RowComparison ofForward(RowOperation f, ErrorBound bound) {
    return new RowComparison(f, bound, false);
  }

  static RowComparison ofBackward(RowOperation f, ErrorBound bound) {
    return new RowComparison(f, bound, true);
  }

  Tally tally() {
    return tally;
  }

  /** The errors; those in proportion to the terms of backwards alone. */
  Errors errors() {
    @Nullable Double largest = backward ? maxOfTerms * 0x1p24 : null;
    return tally.errors(tally.maxUlp(), tally.worst(), largest);
  }

  /** Compares the results of one row. */
  void compare(double[] x, double[] expected, float[] found, double[] terms) {
    double doubt = RowOracle.error(x.length);
    for (int i = 0; i < expected.length; i++) {
      compare((float) x[i], expected[i], found[i], terms[i], doubt * terms[i]);
    }
  }

  /** Compares the gradients of one row. */
  void compare(float[] x, float[] saved, float[] dy, RowGradient exact, float[] found) {
    double doubt = RowOracle.error(saved.length);
    for (int i = 0; i < found.length; i++) {
      tally.of(operands, saved[i], dy[dy.length == 1 ? 0 : i]);
      double terms = exact.terms(i);
      compare(x[i], exact.at(i), found[i], terms, doubt * terms);
    }
  }

  private void compare(float x, double expected, float found, double terms, double doubt) {
    double wanted = signed ? expected : expected + 0.0;
    float actual = signed ? found : found + 0f;
    double accepted = (cancels ? bound.condition() * 0x1p-24 * terms : 0) + doubt;
    boolean within = Ulp.isWithin(actual, wanted, bound.ulps(), accepted);
    if (Double.isNaN(wanted) || Float.isNaN(actual)) {
      if (within) {
        tally.right();
      } else {
        tally.wrongNan(x, expected, found);
      }
    } else if (Float.isInfinite(actual) || Float.isInfinite((float) wanted)) {
      if (within) {
        tally.right();
      } else {
        tally.wrongInfinity(x, expected, found);
      }
    } else {
      finite(x, wanted, actual, terms, doubt, within);
    }
  }

  private void finite(
      float x, double expected, float found, double terms, double doubt, boolean within) {
    double distance = Math.abs(found - expected);
    if (terms >= Float.MIN_NORMAL) {
      maxOfTerms = Math.max(maxOfTerms, distance / terms);
    }
    double ulps = Ulp.error(found, expected);
    if (ulps <= bound.ulps()) {
      tally.measured(x, expected, found, ulps);
    } else if (distance <= doubt || ulps * (1 - doubt / distance) <= bound.ulps()) {
      tally.right();
    } else if (within) {
      tally.excused(x, distance);
    } else if (found == 0 || expected == 0) {
      tally.wrongZero(x, expected, found);
    } else {
      tally.beyond(x, expected, found, ulps);
    }
  }
}
