package dev.activations.measuring.findings;

import dev.activations.ErrorBound;

/**
 * A backend's {@link ErrorBound}, as it is written to a file.
 *
 * @param ulps units in the last place
 * @param floor the absolute error that is accepted beside it
 * @param condition what is accepted where terms of a row cancel, in 2^-24 of their magnitudes
 */
public record Bound(double ulps, double floor, double condition) {
  /**
   * Takes a bound apart.
   *
   * @param bound the bound
   * @return its parts
   */
  public static Bound of(ErrorBound bound) {
    return new Bound(bound.ulps(), bound.floor(), bound.condition());
  }

  @Override
  public String toString() {
    return ErrorBound.ofUlps(ulps).orAbsolute(floor).orOfTerms(condition).toString();
  }
}
