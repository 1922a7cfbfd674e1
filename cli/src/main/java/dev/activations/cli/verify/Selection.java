package dev.activations.cli.verify;

import dev.activations.Activation;
import dev.activations.Step;
import dev.activations.catalogue.Catalogue;
import dev.activations.catalogue.CatalogueEntry;
import dev.activations.catalogue.FunctionEntry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which functions are verified. */
final class Selection {
  private Selection() {}

  /**
   * Reads {@code --function}.
   *
   * @param text names separated by commas, with parameters or without; null for the whole catalogue
   * @return a name without parameters gives all examples of the catalogue, each function once
   * @throws IllegalArgumentException as {@link Step#parse}
   */
  static List<Step> of(@Nullable String text) {
    Set<Step> steps = new LinkedHashSet<>();
    if (text == null) {
      Stream.concat(Catalogue.functions().stream(), Catalogue.rowOperations().stream())
          .forEach(entry -> steps.addAll(examples(entry)));
    } else {
      for (String word : text.split(",", -1)) {
        steps.addAll(
            Catalogue.find(word.trim())
                .map(Selection::examples)
                .orElseGet(() -> List.of(Step.parse(word))));
      }
    }
    return List.copyOf(steps);
  }

  private static List<Step> examples(CatalogueEntry entry) {
    List<Step> steps = new ArrayList<>();
    if (entry instanceof FunctionEntry function) {
      function.examples().forEach(p -> steps.add(Activation.of(function.name(), p)));
    } else {
      steps.add(Step.parse(entry.name()));
    }
    return steps;
  }
}
