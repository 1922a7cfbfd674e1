package dev.activations.cli.listing;

import dev.activations.catalogue.Catalogue;
import dev.activations.catalogue.CatalogueEntry;
import dev.activations.catalogue.FunctionEntry;
import dev.activations.catalogue.Named;
import dev.activations.catalogue.SystemName;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The catalogue as Markdown: what functions are, how they behave, the row operations, and names of
 * other systems.
 */
final class MarkdownListing {
  private MarkdownListing() {}

  static void print(PrintWriter out) {
    out.println("| function | f(x) | f'(x) | range | parameters |");
    out.println("|---|---|---|---|---|");
    for (FunctionEntry entry : Catalogue.functions()) {
      row(
          out,
          Facts.names(entry),
          code(entry.formula()),
          code(entry.derivative()),
          entry.range(),
          parameters(entry));
    }
    out.println();
    out.println("| function | at the kinks | limits | where used |");
    out.println("|---|---|---|---|");
    for (FunctionEntry entry : Catalogue.functions()) {
      row(out, entry.name(), Facts.kinks(entry), Facts.limits(entry), entry.usedIn());
    }
    out.println();
    out.println("| row operation | forward | backward | range | parameters | where used |");
    out.println("|---|---|---|---|---|---|");
    for (CatalogueEntry entry : Catalogue.rowOperations()) {
      row(
          out,
          Facts.names(entry),
          code(entry.formula()),
          code(entry.derivative()),
          entry.range(),
          parameters(entry),
          entry.usedIn());
    }
    out.println();
    names(out);
  }

  /** A row for each function with the same defaults, a column for each system. */
  private static void names(PrintWriter out) {
    Map<Named, List<SystemName>> byMeaning = new LinkedHashMap<>();
    Catalogue.entries().stream()
        .flatMap(entry -> entry.systemNames().stream())
        .forEach(
            name -> byMeaning.computeIfAbsent(name.meaning(), m -> new ArrayList<>()).add(name));
    List<String> cells = new ArrayList<>(List.of("here"));
    for (SystemName.Family family : SystemName.Family.values()) {
      cells.add(family.title());
    }
    row(out, cells.toArray(String[]::new));
    out.println("|---".repeat(cells.size()) + "|");
    byMeaning.forEach(
        (meaning, names) -> {
          List<String> line = new ArrayList<>(List.of(code(meaning.toString())));
          for (SystemName.Family family : SystemName.Family.values()) {
            line.add(
                names.stream()
                    .filter(name -> name.family() == family)
                    .map(SystemName::toString)
                    .collect(Collectors.joining(", ")));
          }
          row(out, line.toArray(String[]::new));
        });
  }

  private static String parameters(CatalogueEntry entry) {
    return entry.parameters().isEmpty()
        ? "none"
        : entry.parameters().stream().map(Facts::parameter).collect(Collectors.joining("; "));
  }

  private static String code(String formula) {
    return "`" + formula + "`";
  }

  private static void row(PrintWriter out, String... cells) {
    out.print("|");
    for (String cell : cells) {
      out.print(" " + cell.replace("|", "\\|") + " |");
    }
    out.println();
  }
}
