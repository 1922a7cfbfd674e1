package dev.activations.cli.verify;

import dev.activations.ErrorBound;
import dev.activations.cli.verify.report.Errors;
import dev.activations.reference.RowGradient;
import dev.activations.reference.RowOracle;
import dev.activations.reference.Ulp;
import org.jspecify.annotations.Nullable;

/** Compares rows with the textbook in double, whose own error is known. */
final class RowComparison {
  private final Tally tally = new Tally();
  private final ErrorBound bound;
  private final boolean cancels;
  private double maxOfTerms;

  /**
   * A comparison.
   *
   * @param bound what the backend promises
   * @param cancels whether terms may cancel, so that their magnitudes count
   */
  RowComparison(ErrorBound bound, boolean cancels) {
    this.bound = bound;
    this.cancels = cancels;
  }

  Tally tally() {
    return tally;
  }

  /** The errors; those in proportion to the terms only on demand. */
  Errors errors(boolean ofTerms) {
    @Nullable Double largest = ofTerms ? maxOfTerms * 0x1p24 : null;
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
  void compare(double[] saved, RowGradient exact, float[] found) {
    double doubt = RowOracle.error(saved.length);
    for (int i = 0; i < found.length; i++) {
      double terms = exact.terms(i);
      compare((float) saved[i], exact.at(i), found[i], terms, doubt * terms);
    }
  }

  private void compare(float x, double expected, float found, double terms, double doubt) {
    if (Float.isNaN(found)) {
      tally.wrongNan(x, expected, found);
      return;
    }
    if (Float.isInfinite(found)) {
      tally.wrongInfinity(x, expected, found);
      return;
    }
    double distance = Math.abs(found - expected);
    if (terms >= Float.MIN_NORMAL) {
      maxOfTerms = Math.max(maxOfTerms, distance / terms);
    }
    // The sign of a zero is nobody's promise in a sum over a row: -0 + 0 is 0.
    double ulps = Ulp.error(found + 0f, expected + 0.0);
    double accepted = cancels ? bound.condition() * 0x1p-24 * terms : 0;
    if (ulps <= bound.ulps()) {
      tally.measured(x, expected, found, ulps);
    } else if (distance <= doubt || ulps * (1 - doubt / distance) <= bound.ulps()) {
      tally.right();
    } else if (distance <= accepted + doubt) {
      tally.excused(x, distance);
    } else if (found == 0 || expected == 0) {
      tally.wrongZero(x, expected, found);
    } else {
      tally.beyond(x, expected, found, ulps);
    }
  }
}
