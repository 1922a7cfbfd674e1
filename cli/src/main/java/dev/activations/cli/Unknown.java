package dev.activations.cli;

import dev.activations.catalogue.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/**
 * Looks for options and commands that do not exist, and for words too many, before anything else is
 * said of the arguments: a misspelt option would otherwise be reported as a missing parameter.
 */
final class Unknown {
  private Unknown() {}

  /** The first word that has no meaning, if any. */
  static Optional<ParameterException> in(CommandLine activations, String... arguments) {
    CommandLine command = activations;
    List<String> positional = new ArrayList<>();
    boolean options = true;
    for (int i = 0; i < arguments.length; i++) {
      String word = arguments[i];
      boolean isOption = options && word.startsWith("-") && word.length() > 1;
      if (isOption && word.equals("--")) {
        options = false;
      } else if (isOption) {
        int equals = word.indexOf('=');
        OptionSpec option =
            command.getCommandSpec().findOption(equals < 0 ? word : word.substring(0, equals));
        if (option == null) {
          return Optional.of(option(command, equals < 0 ? word : word.substring(0, equals)));
        }
        i += equals < 0 ? option.arity().min() : 0;
      } else if (command == activations) {
        CommandLine named = activations.getSubcommands().get(word);
        if (named == null) {
          return Optional.of(noCommand(activations, activations, word));
        }
        command = named;
      } else {
        positional.add(word);
      }
    }
    return tooMany(command, positional);
  }

  /** The command of a name that somebody asked for. */
  static CommandLine command(CommandLine activations, CommandLine asker, String name) {
    CommandLine found = activations.getSubcommands().get(name);
    if (found == null) {
      throw noCommand(asker, activations, name);
    }
    return found;
  }

  private static ParameterException noCommand(
      CommandLine asker, CommandLine activations, String name) {
    return new ParameterException(
        asker,
        "no command is called '"
            + name
            + "': "
            + guess(name, List.copyOf(activations.getSubcommands().keySet()), "there are "));
  }

  private static ParameterException option(CommandLine command, String name) {
    CommandSpec spec = command.getCommandSpec();
    List<String> known =
        spec.options().stream()
            .filter(option -> !option.hidden())
            .map(OptionSpec::longestName)
            .toList();
    return new ParameterException(
        command,
        "no option is called '" + name + "': " + guess(name, known, spec.name() + " has "));
  }

  private static String guess(String name, List<String> known, String otherwise) {
    List<String> nearest = Spelling.nearest(name, known);
    return nearest.isEmpty()
        ? otherwise + String.join(", ", known)
        : "did you mean " + String.join(" or ", nearest) + "?";
  }

  /** An option that takes any number of values, such as --render, takes the words after it. */
  private static Optional<ParameterException> tooMany(
      CommandLine command, List<String> positional) {
    CommandSpec spec = command.getCommandSpec();
    List<PositionalParamSpec> places = spec.positionalParameters();
    boolean open =
        places.stream().anyMatch(place -> place.index().isUnresolved() || place.isMultiValue())
            || spec.options().stream().anyMatch(ArgSpec::isMultiValue);
    if (open || positional.size() <= places.size()) {
      return Optional.empty();
    }
    String takes =
        places.isEmpty()
            ? "options only"
            : places.stream().map(ArgSpec::paramLabel).collect(Collectors.joining(" "));
    return Optional.of(
        new ParameterException(
            command,
            String.format(
                Locale.ROOT,
                "found '%s', which is too many: %s takes %s",
                positional.get(places.size()),
                spec.name(),
                takes)));
  }
}
