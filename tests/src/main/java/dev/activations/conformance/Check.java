package dev.activations.conformance;

import static org.assertj.core.api.Assertions.fail;

/** Compares results with the oracle; a failure tells all that one needs to see it again. */
final class Check {
  private final String what;
  private final String shape;
  private final double ulps;
  private final double floor;
  private final String rerun;

  /**
   * A comparison.
   *
   * @param what the backend, the function and the direction
   * @param shape rows x columns
   * @param ulps the largest error in ULP
   * @param floor the absolute error that is always accepted
   * @param rerun a command that runs the test again
   */
  Check(String what, String shape, double ulps, double floor, String rerun) {
    this.what = what;
    this.shape = shape;
    this.ulps = ulps;
    this.floor = floor;
    this.rerun = rerun;
  }

  void element(int index, float x, double expected, float actual) {
    element(index, x, expected, actual, 0);
  }

  /** One element; oracleError is how far the expected value itself may be off. */
  void element(int index, float x, double expected, float actual, double oracleError) {
    double error = Ulp.error(actual, expected);
    if (error <= ulps || Math.abs(actual - expected) <= floor + oracleError) {
      return;
    }
    fail(
        String.format(
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
