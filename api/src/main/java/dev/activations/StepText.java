package dev.activations;

import dev.activations.catalogue.CatalogueEntry;
import dev.activations.catalogue.Named;
import dev.activations.catalogue.Numbers;
import dev.activations.catalogue.Parameter;
import dev.activations.catalogue.RowEntry;
import dev.activations.catalogue.Spelling;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The text form of a step, {@code name:parameter=value:parameter=value}, read and written. */
final class StepText {
  /** What is left of a number whose decimal comma was taken for one between steps. */
  private static final Pattern NUMBER = Pattern.compile("[0-9.][0-9.eE+-]*");

  private static final Pattern OTHER_FORM = Pattern.compile("[=();\\s]");

  private final String name;
  private final Map<String, String> values;

  private StepText(String name, Map<String, String> values) {
    this.name = name;
    this.values = values;
  }

  static StepText split(String text) {
    Shapes.present("text", text);
    String[] parts = text.trim().split(":", -1);
    String name = parts[0].trim();
    if (NUMBER.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a step begins with the name of a function, found '"
              + text
              + "': a comma separates steps; in numbers write a point, as in 1.5");
    }
    if (name.isEmpty() || OTHER_FORM.matcher(name).find()) {
      throw new IllegalArgumentException(
          "a step is 'name' or 'name:parameter=value', found '" + text + "'");
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 1; i < parts.length; i++) {
      int equals = parts[i].indexOf('=');
      if (equals <= 0 || equals == parts[i].length() - 1) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "a parameter is 'name=value', found '%s' in step '%s'",
                parts[i],
                text));
      }
      String key = parts[i].substring(0, equals).trim();
      if (values.putIfAbsent(key, parts[i].substring(equals + 1).trim()) != null) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "parameter '%s' is given twice in step '%s'", key, text));
      }
    }
    return new StepText(name, values);
  }

  String name() {
    return name;
  }

  /** The value of every parameter of the entry, in its order, defaults filled in, all legal. */
  double[] bind(Named named) {
    CatalogueEntry entry = named.entry();
    List<String> names =
        entry.parameters().stream().map(Parameter::name).collect(Collectors.toList());
    Map<String, String> known = new LinkedHashMap<>();
    values.forEach(
        (key, value) -> {
          String parameter = canonical(key, names);
          if (parameter == null) {
            throw new IllegalArgumentException(unknown(entry, key, names));
          }
          if (known.put(parameter, value) != null) {
            throw new IllegalArgumentException(
                String.format(
                    Locale.ROOT, "%s: parameter '%s' is given twice", entry.name(), parameter));
          }
        });
    double[] bound = new double[names.size()];
    for (int i = 0; i < bound.length; i++) {
      bound[i] = value(entry, entry.parameters().get(i), named.defaultOf(i), known);
    }
    entry.check(bound);
    return bound;
  }

  private static @Nullable String canonical(String key, List<String> names) {
    String plain = Spelling.plain(key);
    return names.stream()
        .filter(name -> Spelling.plain(name).equals(plain))
        .findFirst()
        .orElse(null);
  }

  private static double value(
      CatalogueEntry entry,
      Parameter parameter,
      OptionalDouble standard,
      Map<String, String> given) {
    String text = given.get(parameter.name());
    if (text == null) {
      if (!standard.isPresent()) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
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
              Locale.ROOT,
              "%s: %s must be a number in %s, found '%s'",
              entry.name(),
              parameter.name(),
              parameter.legal(),
              text),
          notANumber);
    }
  }

  private static String unknown(CatalogueEntry entry, String key, List<String> names) {
    if (entry instanceof RowEntry && (key.equals("axis") || key.equals("dim"))) {
      return String.format(
          Locale.ROOT,
          "%s has no parameter '%s' here: it works on rows, which lie along the last axis; the"
              + " command apply, whose files have any rank, takes axis",
          entry.name(),
          key);
    }
    String rows = entry instanceof RowEntry ? "; the command apply takes axis, too" : "";
    if (names.isEmpty()) {
      return String.format(
          Locale.ROOT, "%s takes no parameter, found '%s'%s", entry.name(), key, rows);
    }
    List<String> nearest = Spelling.nearest(key, names);
    return String.format(
        Locale.ROOT,
        "%s has no parameter '%s': %s%s",
        entry.name(),
        key,
        nearest.isEmpty()
            ? "it takes " + String.join(", ", names)
            : "did you mean " + nearest.get(0) + "?",
        rows);
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
    Shapes.present("parameter", parameter);
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
