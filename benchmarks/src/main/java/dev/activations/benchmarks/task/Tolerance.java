package dev.activations.benchmarks.task;

/** How far a result may be from the definition before a contender is refused. */
public enum Tolerance {
  /** For what computes the same function as we do: 16 ULP of float, or an absolute 1e-6. */
  STRICT {
    @Override
    double allowed(double expected) {
      return Math.max(16.0 * Math.ulp((float) expected), 1e-6);
    }
  },
  /**
   * For peers, whose tails are wrong by far more than 16 ULP: it tells a wrong operator or
   * parameter from a bad approximation.
   */
  LOOSE {
    @Override
    double allowed(double expected) {
      return 1e-4 + 1e-3 * Math.abs(expected);
    }
  };

  /** The largest error that passes where the true value is this. */
  abstract double allowed(double expected);
}
