package dev.activations.conformance;

import dev.activations.Activation;
import dev.activations.catalogue.Catalogue;
import java.util.List;
import java.util.stream.Collectors;

/** The functions that tests run over: every entry of the catalogue with every example binding. */
public final class Functions {
  private Functions() {}

  /**
   * All of them.
   *
   * @return in the order of the catalogue
   */
  public static List<Activation> all() {
    return Catalogue.functions().stream()
        .flatMap(entry -> Activation.examplesOf(entry).stream())
        .collect(Collectors.toList());
  }
}
