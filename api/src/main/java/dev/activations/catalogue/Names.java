package dev.activations.catalogue;

import dev.activations.catalogue.SystemName.Family;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds what a name stands for. A name of the catalogue is that function, with the defaults of the
 * catalogue; another is that of the systems that have it, if they mean the same by it. Case, {@code
 * -} and {@code _} do not matter.
 */
final class Names {
  private final Map<String, CatalogueEntry> own = new LinkedHashMap<>();
  private final List<SystemName> foreign;

  Names(Iterable<? extends CatalogueEntry> entries) {
    for (CatalogueEntry entry : entries) {
      if (own.put(Spelling.plain(entry.name()), entry) != null) {
        throw new IllegalStateException("two catalogue entries are called " + entry.name());
      }
    }
    foreign = SystemNames.of(own);
  }

  /** The names of an entry in other systems, as they are defined. */
  List<SystemName> of(CatalogueEntry entry) {
    return foreign.stream()
        .filter(name -> name.meaning().entry() == entry)
        .collect(Collectors.toList());
  }

  /** Names without a system that are spelt otherwise and mean just the entry. */
  List<String> aliases(CatalogueEntry entry) {
    Map<String, String> aliases = new LinkedHashMap<>();
    for (SystemName name : of(entry)) {
      String plain = Spelling.plain(name.shortText());
      if (!own.containsKey(plain) && meanings(name.shortText()).size() == 1) {
        if (name.meaning().hasOwnDefaults()) {
          aliases.putIfAbsent(plain, name.shortText());
        }
      }
    }
    return new ArrayList<>(aliases.values());
  }

  /** All that a name may stand for: none when it is unknown, several when systems disagree. */
  Set<Named> meanings(String name) {
    Set<Named> meanings = new LinkedHashSet<>();
    CatalogueEntry entry = own.get(Spelling.plain(name));
    if (entry != null && name.indexOf('.') < 0) {
      meanings.add(Named.of(entry));
      return meanings;
    }
    List<String> parts = SystemName.parts(name);
    foreign.stream().filter(one -> one.isCalled(parts)).forEach(one -> meanings.add(one.meaning()));
    return meanings;
  }

  /**
   * What a name stands for.
   *
   * @throws IllegalArgumentException when it is unknown, or means several things
   */
  Named resolve(String name) {
    Set<Named> meanings = meanings(name);
    if (meanings.size() > 1) {
      throw ambiguous(name, meanings);
    }
    return meanings.stream().findFirst().orElseThrow(() -> unknown(name));
  }

  private IllegalArgumentException ambiguous(String name, Set<Named> meanings) {
    List<String> parts = SystemName.parts(name);
    List<String> each = new ArrayList<>();
    for (Named meaning : meanings) {
      each.add(
          meaning
              + foreign.stream()
                  .filter(one -> one.isCalled(parts) && one.meaning().equals(meaning))
                  .map(SystemName::toString)
                  .collect(Collectors.joining(", ", " (", ")")));
    }
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "'%s' means different functions in different systems: %s; write one of these",
            name,
            String.join(" or ", each)));
  }

  private IllegalArgumentException unknown(String name) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    String start = String.format(Locale.ROOT, "no function is called '%s'", name);
    if (Absent.truth(last).isPresent()) {
      return new IllegalArgumentException(start + " here: " + Absent.truth(last).get());
    }
    int root = name.indexOf('.');
    for (Family family : Family.values()) {
      if (root > 0 && Spelling.plain(name.substring(0, root)).equals(family.root())) {
        return new IllegalArgumentException(
            start + ": the names of " + family.title() + " that are known are " + known(family));
      }
    }
    List<String> candidates = candidates();
    List<String> nearest = Spelling.nearest(last, candidates);
    return new IllegalArgumentException(
        nearest.isEmpty()
            ? start + ": there are " + String.join(", ", ownNames())
            : start
                + "; if it is misspelt: "
                + nearest.stream().map(this::explained).collect(Collectors.joining(", ")));
  }

  private List<String> ownNames() {
    return own.values().stream().map(CatalogueEntry::name).collect(Collectors.toList());
  }

  private String known(Family family) {
    return foreign.stream()
        .filter(one -> one.family() == family)
        .map(SystemName::shortText)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private List<String> candidates() {
    Map<String, String> candidates = new LinkedHashMap<>();
    own.forEach((plain, entry) -> candidates.put(plain, entry.name()));
    for (SystemName one : foreign) {
      candidates.putIfAbsent(Spelling.plain(one.shortText()), one.shortText());
    }
    return new ArrayList<>(candidates.values());
  }

  /** A guess says what it is, so that nobody takes another function for the one that was meant. */
  private String explained(String name) {
    Set<Named> meanings = meanings(name);
    if (meanings.size() > 1) {
      return name
          + " is "
          + meanings.stream().map(Named::toString).collect(Collectors.joining(" or "));
    }
    Named meaning = meanings.iterator().next();
    if (!Spelling.plain(name).equals(Spelling.plain(meaning.entry().name()))) {
      return name + " is " + meaning;
    }
    return meaning.entry() instanceof RowEntry
        ? name + " is a row operation"
        : name + " is " + meaning.entry().formula();
  }
}
