package dev.activations.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What an entry says in words, while it is being written. */
final class EntryText {
  final String name;
  final List<Parameter> parameters = new ArrayList<>();
  @Nullable String formula;
  @Nullable String derivative;
  @Nullable String range;
  @Nullable String usedIn;

  EntryText(String name) {
    this.name = name;
  }

  void parameter(String parameterName, OptionalDouble value, Interval legal, String meaning) {
    parameters.add(new Parameter(parameterName, value, legal, meaning));
  }

  <T> T require(@Nullable T part, String what) {
    if (part == null) {
      throw new IllegalStateException("catalogue entry " + name + " lacks its " + what);
    }
    return part;
  }
}
