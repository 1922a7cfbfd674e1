package dev.activations.catalogue;

import java.util.OptionalDouble;

/**
 * A row operation of the catalogue: it works on whole rows, so its derivative is a Jacobian and is
 * listed as the backward dx for a given dy.
 */
public final class RowEntry extends CatalogueEntry {
  /** The CPU backend's float32 error, forward and backward. */
  private static final double ULPS = 4;

  /** Beside it, where terms cancel: 2^-21 of them. */
  private static final double CONDITION = 8;

  private RowEntry(EntryText text) {
    super(text);
  }

  /**
   * The error that the CPU backend keeps for float32, in units in the last place.
   *
   * @return the largest error, forward and backward
   */
  public double ulps() {
    return ULPS;
  }

  /**
   * The error that the CPU backend may have beside {@link #ulps} where terms of a row cancel, in
   * units of 2^-24 of the sum of their magnitudes.
   *
   * @return 0 when there is none
   */
  public double condition() {
    return CONDITION;
  }

  static RowEntry define(
      String name, boolean temperature, String formula, String backward, String range, String use) {
    EntryText text = new EntryText(name);
    text.formula = formula;
    text.derivative = backward;
    text.range = range;
    text.usedIn = use;
    if (temperature) {
      text.parameter(
          "temperature", OptionalDouble.of(1), Interval.POSITIVE, "divides x: large is uniform");
    }
    return new RowEntry(text);
  }
}
