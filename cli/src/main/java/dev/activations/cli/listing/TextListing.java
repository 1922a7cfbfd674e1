package dev.activations.cli.listing;

import dev.activations.catalogue.Catalogue;
import dev.activations.catalogue.CatalogueEntry;
import dev.activations.catalogue.FunctionEntry;
import dev.activations.catalogue.Parameter;
import java.io.PrintWriter;
import java.util.Locale;

/** The catalogue for a terminal: a paragraph an entry. */
final class TextListing {
  private TextListing() {}

  static void print(PrintWriter out) {
    out.println(
        "Elementwise functions: NAME or NAME:parameter=value. Names match ignoring case, - and");
    out.println(
        "_; a name of another system stands for the function with the defaults of that system.");
    for (FunctionEntry entry : Catalogue.functions()) {
      print(out, entry, "derivative");
      line(out, "kinks", Facts.kinks(entry));
      line(out, "limits", Facts.limits(entry));
      end(out, entry);
    }
    out.println();
    out.println("Row operations, over the last axis or NAME:axis=A");
    for (CatalogueEntry entry : Catalogue.rowOperations()) {
      print(out, entry, "backward");
      end(out, entry);
    }
  }

  private static void end(PrintWriter out, CatalogueEntry entry) {
    line(out, "used in", entry.usedIn());
    if (!entry.systemNames().isEmpty()) {
      line(out, "elsewhere", Facts.elsewhere(entry));
    }
  }

  private static void print(PrintWriter out, CatalogueEntry entry, String derivative) {
    out.println();
    out.println(Facts.names(entry));
    line(out, "formula", entry.formula());
    line(out, derivative, entry.derivative());
    line(out, "range", entry.range());
    for (Parameter parameter : entry.parameters()) {
      line(out, "parameter", Facts.parameter(parameter));
    }
  }

  private static void line(PrintWriter out, String label, String text) {
    out.printf(Locale.ROOT, "  %-10s  %s%n", label, text);
  }
}
