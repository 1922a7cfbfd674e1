package dev.activations.conformance;

import static org.assertj.core.api.Assertions.fail;

import dev.activations.reference.Ulp;
import java.util.Locale;

/** Compares results with the oracle; a failure tells all that one needs to see it again. */
final class Check {
  private final String what;
  private final String shape;
  private final double ulps;
  private final String rerun;

  /**
   * A comparison.
   *
   * @param what the backend, the function and the direction
   * @param shape rows x columns
   * @param ulps the largest error in ULP
   * @param rerun a command that runs the test again
   */
  Check(String what, String shape, double ulps, String rerun) {
    this.what = what;
    this.shape = shape;
    this.ulps = ulps;
    this.rerun = rerun;
  }

  /** One element; floor is the absolute error that is accepted beside the bound in ULP. */
  void element(int index, float x, double expected, float actual, double floor) {
    double error = Ulp.error(actual, expected);
    // Zeros of different sign are no distance apart, and different all the same.
    boolean zeros = actual == 0 && expected == 0;
    if (error <= ulps || (Math.abs(actual - expected) <= floor && !zeros)) {
      return;
    }
    fail(
        String.format(
            Locale.ROOT,
            "%s of shape %s, index %d: x = %s (%s), expected %s, found %s (%s): %.3f ULP, the bound"
                + " is %.3f. Run again: %s",
            what,
            shape,
            index,
            x,
            Float.toHexString(x),
            expected,
            actual,
            Float.toHexString(actual),
            error,
            ulps,
            rerun));
  }
}
