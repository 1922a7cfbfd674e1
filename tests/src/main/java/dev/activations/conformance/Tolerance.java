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
        public double floor(Activation f, boolean derivative) {
          return 0;
        }

        @Override
        public double condition(RowOperation f) {
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
   * The bound for the backward of a function, dy f'(x). A derivative that was rounded before the
   * product can be twice as many units off in it, since units are relative to powers of two.
   *
   * @param f the function
   * @return units in the last place
   */
  default double backwardUlps(Activation f) {
    return ulps(f, true);
  }

  /**
   * Whether a backward multiplies dy with a derivative in float32: where f'(x) overflows, dy f'(x)
   * is infinite then, even if dy is small.
   *
   * @return false when only the product is rounded
   */
  default boolean roundsDerivative() {
    return false;
  }

  /**
   * The bound for a row operation, forward and backward.
   *
   * @param f the operation
   * @return units in the last place
   */
  double ulps(RowOperation f);

  /**
   * An absolute error of a function that is accepted beside the bound in ULP: next to a zero that
   * is no zero of a factor.
   *
   * @param f the function
   * @param derivative for its derivative rather than its value
   * @return 0 when there is none
   */
  double floor(Activation f, boolean derivative);

  /**
   * Where terms of a row cancel (backwards, logsumexp near zero): the accepted error in units of
   * 2^-24 of the sum of the magnitudes of the terms.
   *
   * @param f the operation
   * @return 0 when the bound in ULP holds there too
   */
  double condition(RowOperation f);
}
