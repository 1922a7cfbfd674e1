package dev.activations.generator.algorithms;

import dev.activations.catalogue.FunctionEntry;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Whether the catalogue's functions and the algorithms are the same: else there is no build. */
public final class Completeness {
  private Completeness() {}

  /**
   * Checks that each function has one algorithm, which takes its parameters, and that there are no
   * others.
   *
   * @throws IllegalStateException that names the first function which has none, or the algorithm
   *     which is of none
   */
  public static void check(Collection<FunctionEntry> functions, Collection<Algorithm> algorithms) {
    Map<String, Algorithm> byName = new HashMap<>();
    for (Algorithm algorithm : algorithms) {
      if (byName.put(algorithm.name(), algorithm) != null) {
        throw broken("Algorithms has '%s' twice: expected one algorithm", algorithm.name());
      }
    }
    for (FunctionEntry function : functions) {
      Algorithm algorithm = byName.remove(function.name());
      if (algorithm == null) {
        throw broken(
            "no algorithm computes '%s', which the catalogue has: add one to Algorithms",
            function.name());
      }
      int parameters = function.parameters().size();
      if (algorithm.parameters() != parameters) {
        throw broken(
            "the algorithm of '%s' takes %d parameters: expected %d, as the catalogue has",
            function.name(), algorithm.parameters(), parameters);
      }
    }
    for (String name : byName.keySet()) {
      throw broken(
          "Algorithms has '%s', and the catalogue has no such function: add it there, or take the"
              + " algorithm out",
          name);
    }
  }

  private static IllegalStateException broken(String message, Object... arguments) {
    return new IllegalStateException(String.format(Locale.ROOT, message, arguments));
  }
}
