package dev.activations.cli.plot;

import dev.activations.Activation;
import dev.activations.RowOperation;
import dev.activations.Step;
import dev.activations.catalogue.Catalogue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which functions are drawn. */
final class Functions {
  private Functions() {}

  /** Every function of the catalogue, with its defaults or, where it has none, its example. */
  static List<Activation> all() {
    return Catalogue.functions().stream()
        .map(entry -> Activation.examplesOf(entry).get(0))
        .toList();
  }

  /**
   * Reads functions.
   *
   * @param words each NAME[:KEY=VALUE]..., or some of them separated by commas
   * @return each function once
   * @throws IllegalArgumentException as {@link Step#parse}, and for row operations
   */
  static List<Activation> parse(List<String> words) {
    Set<Activation> functions = new LinkedHashSet<>();
    for (String word : words) {
      for (String text : word.split(",", -1)) {
        Step step = Step.parse(text.trim());
        if (step instanceof RowOperation) {
          throw new IllegalArgumentException(
              step.name()
                  + " is a row operation: its result depends on a whole row, so it has no curve;"
                  + " expected elementwise functions (see activations list)");
        }
        functions.add((Activation) step);
      }
    }
    return List.copyOf(functions);
  }
}
