package dev.activations.conformance;

import dev.activations.Activation;
import dev.activations.catalogue.Parameter;
import dev.activations.conformance.reference.ReferenceFunction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The printed formulas of a function, executable. */
final class References {
  private References() {}

  static ReferenceFunction value(Activation f) {
    return ReferenceFunction.of(f.entry().formula(), parameters(f));
  }

  static ReferenceFunction derivative(Activation f) {
    return ReferenceFunction.of(f.entry().derivative(), parameters(f));
  }

  static Map<String, Double> parameters(Activation f) {
    Map<String, Double> bound = new LinkedHashMap<>();
    List<Parameter> parameters = f.entry().parameters();
    double[] values = f.parameters();
    for (int i = 0; i < values.length; i++) {
      bound.put(parameters.get(i).name(), values[i]);
    }
    return bound;
  }
}
