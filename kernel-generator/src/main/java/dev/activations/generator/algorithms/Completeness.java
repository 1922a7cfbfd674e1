package dev.activations.generator.algorithms;

import dev.activations.catalogue.FunctionEntry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether there is an algorithm for each function of the catalogue, and where one looks for it. */
public final class Completeness {
  private Completeness() {}

  /**
   * Compares the algorithms with the catalogue.
   *
   * @param catalogue its functions, by family
   * @param algorithms those that there are, by family
   * @throws IllegalStateException when a function has none, or one in another family, or with
   *     another number of parameters, or is not in the catalogue; the message says which
   */
  public static void check(
      Map<String, List<FunctionEntry>> catalogue, Map<String, List<Algorithm>> algorithms) {
    Map<String, String> expected = new TreeMap<>();
    catalogue.forEach(
        (family, entries) ->
            entries.forEach(e -> expected.put(e.name(), words(family, e.parameters().size()))));
    Map<String, String> found = new TreeMap<>();
    algorithms.forEach(
        (family, all) -> all.forEach(a -> found.put(a.name(), words(family, a.parameters()))));
    expected.forEach((name, words) -> compare(name, words, found.getOrDefault(name, "none")));
    found.forEach((name, words) -> compare(name, expected.getOrDefault(name, "none"), words));
  }

  private static String words(String family, int parameters) {
    return "one of " + parameters + " parameters in " + family + "Functions";
  }

  private static void compare(String name, String expected, String found) {
    if (!expected.equals(found)) {
      throw new IllegalStateException(
          name + ": the catalogue expects " + expected + " of the algorithms, found " + found);
    }
  }
}
