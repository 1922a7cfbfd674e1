package dev.activations.cli.listing;

import dev.activations.catalogue.CatalogueEntry;
import dev.activations.catalogue.FunctionEntry;
import dev.activations.catalogue.Limits;
import dev.activations.catalogue.Numbers;
import dev.activations.catalogue.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** Facts of an entry in words that more than one listing prints. */
final class Facts {
  private Facts() {}

  static String names(CatalogueEntry entry) {
    return entry.aliases().isEmpty()
        ? entry.name()
        : entry.name() + " (also " + String.join(", ", entry.aliases()) + ")";
  }

  /** What other systems call it, with their defaults where these are others. */
  static String elsewhere(CatalogueEntry entry) {
    return entry.systemNames().stream()
        .map(
            name -> {
              List<String> defaults = name.meaning().otherDefaults();
              return defaults.isEmpty()
                  ? name.toString()
                  : name + " (" + String.join(", ", defaults) + ")";
            })
        .collect(Collectors.joining(", "));
  }

  static String kinks(FunctionEntry entry) {
    return entry.kinks().isEmpty()
        ? "none"
        : entry.kinks().stream().map(Object::toString).collect(Collectors.joining(", "));
  }

  /** The limits; those that depend on parameters are given for the first example. */
  static String limits(FunctionEntry entry) {
    double[] example = entry.examples().get(0);
    Limits limits = entry.limitsAt(example);
    String given = entry.hasDefaults() ? "" : " at " + binding(entry, example);
    return String.format(
        Locale.ROOT,
        "f(-inf) = %s, f(inf) = %s, f'(-inf) = %s, f'(inf) = %s%s",
        Numbers.text(limits.value(false)),
        Numbers.text(limits.value(true)),
        Numbers.text(limits.derivative(false)),
        Numbers.text(limits.derivative(true)),
        given);
  }

  static String binding(FunctionEntry entry, double... values) {
    StringJoiner text = new StringJoiner(", ");
    List<Parameter> parameters = entry.parameters();
    for (int i = 0; i < values.length; i++) {
      text.add(parameters.get(i).name() + " = " + Numbers.text(values[i]));
    }
    return text.toString();
  }

  /** The parameter with its default, or that it has to be given, and its legal interval. */
  static String parameter(Parameter parameter) {
    String standard =
        parameter.defaultValue().isPresent()
            ? " = " + Numbers.text(parameter.defaultValue().getAsDouble())
            : ", to be given,";
    return parameter.name() + standard + " in " + parameter.legal() + ": " + parameter.meaning();
  }
}
