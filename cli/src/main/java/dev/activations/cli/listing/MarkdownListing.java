package dev.activations.cli.listing;

import dev.activations.catalogue.Catalogue;
import dev.activations.catalogue.CatalogueEntry;
import dev.activations.catalogue.FunctionEntry;
import java.io.PrintWriter;
import java.util.stream.Collectors;

/** The catalogue as Markdown: what functions are, how they behave, and the row operations. */
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
