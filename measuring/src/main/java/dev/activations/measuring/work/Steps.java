package dev.activations.measuring.work;

import dev.activations.Step;
import dev.activations.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which functions are measured: those of the catalogue, or those that somebody names. */
public final class Steps {
  private Steps() {}

  /**
   * All functions of the catalogue.
   *
   * @param allExamples with all parameters that the catalogue has as examples, or with the first
   * @return in the order of the catalogue
   */
  public static List<Step> all(boolean allExamples) {
    List<Step> steps = new ArrayList<>();
    Catalogue.entries().forEach(entry -> steps.addAll(some(Step.examplesOf(entry), allExamples)));
    return List.copyOf(steps);
  }

  /**
   * Reads functions.
   *
   * @param text names separated by commas, with parameters or without
   * @param allExamples what a name without parameters stands for: all parameters that the catalogue
   *     has as examples, or the first, which are the defaults where there are any
   * @return each function once
   * @throws IllegalArgumentException as {@link Step#parse}
   */
  public static List<Step> named(String text, boolean allExamples) {
    Set<Step> steps = new LinkedHashSet<>();
    for (String part : text.split(",", -1)) {
      String word = part.trim();
      steps.addAll(
          Catalogue.find(word)
              .map(entry -> some(Step.examplesOf(entry), allExamples))
              .orElseGet(() -> List.of(Step.parse(word))));
    }
    return List.copyOf(steps);
  }

  private static List<Step> some(List<Step> examples, boolean all) {
    return all ? examples : examples.subList(0, 1);
  }
}
