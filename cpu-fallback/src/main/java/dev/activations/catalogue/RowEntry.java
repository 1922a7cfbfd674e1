package dev.activations.catalogue;

import java.util.OptionalDouble;

/**
 * A row operation of the catalogue: it works on whole rows, so its derivative is a Jacobian and is
 * listed as the backward dx for a given dy.
 */
public final class RowEntry extends CatalogueEntry {
  private RowEntry(EntryText text) {
    super(text);
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
