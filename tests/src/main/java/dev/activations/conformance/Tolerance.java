package dev.activations.conformance;

import dev.activations.Activation;
import dev.activations.RowOperation;

/** The errors that a backend keeps: in ULP of float32, with an absolute floor beside it. */
public interface Tolerance {
  /** The bounds that the catalogue states for the CPU backend; row operations 0.51 ULP. */
  Tolerance CPU =
      new Tolerance() {
        @Override
        public double ulps(Activation f, boolean derivative) {
          return derivative ? f.entry().derivativeUlps() : f.entry().valueUlps();
        }

        @Override
        public double ulps(RowOperation f) {
          return 0.51;
        }

        @Override
        public double floor() {
          return 0;
        }
      };

  /**
   * The bound for a function.
   *
   * @param f the function
   * @param derivative for its derivative rather than its value
   * @return units in the last place
   */
  double ulps(Activation f, boolean derivative);

  /**
   * The bound for a row operation, forward and backward.
   *
   * @param f the operation
   * @return units in the last place
   */
  double ulps(RowOperation f);

  /**
   * An absolute error that is always accepted.
   *
   * @return 0 when there is none
   */
  double floor();
}
