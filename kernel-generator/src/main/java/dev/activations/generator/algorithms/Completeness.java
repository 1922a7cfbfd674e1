package dev.activations.generator.algorithms;

import dev.activations.catalogue.FunctionEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether the catalogue's functions and the algorithms are the same: else there is no build. */
public final class Completeness {
  private Completeness() {}

  /**
   * Checks that each function has one algorithm, in the class of its family, which takes its
   * parameters, and that there are no others.
   *
   * @param functions those of the catalogue, by family
   * @param algorithms those that there are, by family
   * @throws IllegalStateException that names the first function which has none, or the algorithm
   *     which is of none
   */
  public static void check(
      Map<String, List<FunctionEntry>> functions, Map<String, List<Algorithm>> algorithms) {
    Map<String, Algorithm> byName = new HashMap<>();
    Map<String, String> families = new HashMap<>();
    algorithms.forEach(
        (family, all) -> {
          for (Algorithm algorithm : all) {
            families.put(algorithm.name(), family);
            if (byName.put(algorithm.name(), algorithm) != null) {
              throw broken("there are two algorithms of '%s': expected one", algorithm.name());
            }
          }
        });
    functions.forEach(
        (family, entries) -> {
          for (FunctionEntry entry : entries) {
            Algorithm algorithm = byName.remove(entry.name());
            if (algorithm == null) {
              throw broken(
                  "no algorithm computes '%s', which the catalogue has: add one to %sFunctions",
                  entry.name(), family);
            }
            check(family, entry, families.getOrDefault(entry.name(), ""), algorithm);
          }
        });
    for (String name : byName.keySet()) {
      throw broken(
          "%sFunctions has an algorithm of '%s', and the catalogue has no such function: add it"
              + " there, or take the algorithm out",
          families.getOrDefault(name, ""), name);
    }
  }

  private static void check(
      String family, FunctionEntry function, String found, Algorithm algorithm) {
    if (!family.equals(found)) {
      throw broken(
          "the algorithm of '%s' stands in %sFunctions: expected %sFunctions, as in the catalogue",
          function.name(), found, family);
    }
    int parameters = function.parameters().size();
    if (algorithm.parameters() != parameters) {
      throw broken(
          "the algorithm of '%s' takes %d parameters: expected %d, as the catalogue has",
          function.name(), algorithm.parameters(), parameters);
    }
  }

  private static IllegalStateException broken(String message, Object... arguments) {
    return new IllegalStateException(String.format(Locale.ROOT, message, arguments));
  }
}
