package dev.activations.cli.verify;

import dev.activations.Step;
import dev.activations.catalogue.Catalogue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
      Catalogue.entries().forEach(entry -> steps.addAll(Step.examplesOf(entry)));
    } else {
      for (String word : text.split(",", -1)) {
        steps.addAll(
            Catalogue.find(word.trim())
                .map(Step::examplesOf)
                .orElseGet(() -> List.of(Step.parse(word))));
      }
    }
    return List.copyOf(steps);
  }
}
