package dev.activations.conformance;

import dev.activations.Activation;
import dev.activations.catalogue.Catalogue;
import dev.activations.catalogue.FunctionEntry;
import java.util.ArrayList;
import java.util.List;

/** The functions that tests run over: every entry of the catalogue with every example binding. */
public final class Functions {
  private Functions() {}

  /**
   * All of them.
   *
   * @return in the order of the catalogue
   */
  public static List<Activation> all() {
    List<Activation> all = new ArrayList<>();
    for (FunctionEntry entry : Catalogue.functions()) {
      for (double[] example : entry.examples()) {
        all.add(Activation.of(entry.name(), example));
      }
    }
    return all;
  }
}
