package dev.activations.cli.listing;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code activations list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    header = "Print the catalogue: formulas, derivatives, ranges, parameters, where used.",
    description = "")
public final class ListCommand implements Callable<Integer> {
  /** How the catalogue is printed. */
  enum Format {
    TEXT,
    MARKDOWN,
    JSON
  }

  @Spec private CommandSpec spec;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, markdown or json (default: text)")
  private Format format = Format.TEXT;

  /** Called by picocli. */
  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  public ListCommand() {}

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> TextListing.print(out);
      case MARKDOWN -> MarkdownListing.print(out);
      case JSON -> JsonListing.print(out);
    }
    if (out.checkError()) {
      throw new IOException("stdout: the listing could not be written whole");
    }
    return 0;
  }
}
