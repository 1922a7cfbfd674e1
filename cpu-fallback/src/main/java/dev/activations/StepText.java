package dev.activations;

import dev.activations.catalogue.CatalogueEntry;
import dev.activations.catalogue.Numbers;
import dev.activations.catalogue.Parameter;
import dev.activations.catalogue.Spelling;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The text form of a step, {@code name:parameter=value:parameter=value}, read and written. */
final class StepText {
  private final String name;
  private final Map<String, String> values;

  private StepText(String name, Map<String, String> values) {
    this.name = name;
    this.values = values;
  }

  static StepText split(String text) {
    String[] parts = text.trim().split(":", -1);
    if (parts[0].isEmpty()) {
      throw new IllegalArgumentException(
          "a step is 'name' or 'name:parameter=value', found '" + text + "'");
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 1; i < parts.length; i++) {
      int equals = parts[i].indexOf('=');
      if (equals <= 0 || equals == parts[i].length() - 1) {
        throw new IllegalArgumentException(
            String.format("a parameter is 'name=value', found '%s' in step '%s'", parts[i], text));
      }
      String key = parts[i].substring(0, equals).trim();
      if (values.put(key, parts[i].substring(equals + 1).trim()) != null) {
        throw new IllegalArgumentException(
            String.format("parameter '%s' is given twice in step '%s'", key, text));
      }
    }
    return new StepText(parts[0].trim(), values);
  }

  String name() {
    return name;
  }

  /** The value of every parameter of the entry, in its order, defaults filled in, all legal. */
  double[] bind(CatalogueEntry entry) {
    List<String> names =
        entry.parameters().stream().map(Parameter::name).collect(Collectors.toList());
    for (String key : values.keySet()) {
      if (!names.contains(key)) {
        throw new IllegalArgumentException(unknown(entry, key, names));
      }
    }
    double[] bound = new double[names.size()];
    for (int i = 0; i < bound.length; i++) {
      bound[i] = value(entry, entry.parameters().get(i));
    }
    entry.check(bound);
    return bound;
  }

  private double value(CatalogueEntry entry, Parameter parameter) {
    String text = values.get(parameter.name());
    if (text == null) {
      OptionalDouble standard = parameter.defaultValue();
      if (!standard.isPresent()) {
        throw new IllegalArgumentException(
            String.format(
                "%s needs %s, in %s (%s): write %s:%s=…",
                entry.name(),
                parameter.name(),
                parameter.legal(),
                parameter.meaning(),
                entry.name(),
                parameter.name()));
      }
      return standard.getAsDouble();
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException(
          String.format(
              "%s: %s must be a number in %s, found '%s'",
              entry.name(), parameter.name(), parameter.legal(), text),
          notANumber);
    }
  }

  private static String unknown(CatalogueEntry entry, String key, List<String> names) {
    if (names.isEmpty()) {
      return String.format("%s takes no parameter, found '%s'", entry.name(), key);
    }
    List<String> nearest = Spelling.nearest(key, names);
    return String.format(
        "%s has no parameter '%s': %s",
        entry.name(),
        key,
        nearest.isEmpty()
            ? "its parameters are " + entry.parameters()
            : "did you mean " + nearest.get(0) + "?");
  }

  /** Whether these are the values of an entry whose parameters are all left out, to the bit. */
  static boolean areDefaults(CatalogueEntry entry, double[] values) {
    boolean same = values.length == entry.parameters().size();
    for (int i = 0; same && i < values.length; i++) {
      OptionalDouble standard = entry.parameters().get(i).defaultValue();
      same = standard.isPresent() && Double.compare(standard.getAsDouble(), values[i]) == 0;
    }
    return same;
  }

  static String join(CatalogueEntry entry, double[] values) {
    StringBuilder text = new StringBuilder(entry.name());
    for (int i = 0; i < values.length; i++) {
      Parameter parameter = entry.parameters().get(i);
      OptionalDouble standard = parameter.defaultValue();
      if (!standard.isPresent() || Double.compare(standard.getAsDouble(), values[i]) != 0) {
        text.append(':').append(parameter.name()).append('=').append(Numbers.text(values[i]));
      }
    }
    return text.toString();
  }

  static double parameter(CatalogueEntry entry, double[] values, String parameter) {
    for (int i = 0; i < values.length; i++) {
      if (entry.parameters().get(i).name().equals(parameter)) {
        return values[i];
      }
    }
    throw new IllegalArgumentException(
        unknown(
            entry,
            parameter,
            entry.parameters().stream().map(Parameter::name).collect(Collectors.toList())));
  }
}
