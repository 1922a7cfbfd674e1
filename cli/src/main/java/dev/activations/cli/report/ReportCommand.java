package dev.activations.cli.report;

import dev.activations.cli.terminal.Usage;
import dev.activations.measuring.results.ResultFile;
import dev.activations.output.WholeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code activations report}. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Make a page with charts of what activations bench measured.",
    description = {
      "",
      "One HTML file with everything in it, for a browser: GB/s against size below the copy limit,"
          + " the functions side by side, where the time of a call to a device goes, break-evens,"
          + " accuracy and machine facts. Several results are compared.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  activations report measured/bench.json --out report.html",
      "  activations report monday/ friday/ --out weeks.html --force"
    })
public final class ReportCommand implements Callable<Integer> {
  private static final String IN_FOLDER = "bench.json";

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "RESULT.json",
      description = "what activations bench wrote, or the folder that it wrote to")
  private List<Path> results;

  @Option(names = "--out", required = true, paramLabel = "FILE.html", description = "the page")
  private Path out;

  @Option(names = "--force", description = "replace an existing page")
  private boolean force;

  /** Called by picocli. */
  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  public ReportCommand() {}

  @Override
  public Integer call() throws IOException {
    List<Path> files =
        results.stream().map(f -> Files.isDirectory(f) ? f.resolve(IN_FOLDER) : f).toList();
    for (Path file : files) {
      if (Files.exists(out) && Files.exists(file) && Files.isSameFile(out, file)) {
        throw Usage.wrong(spec, out + " is a result: the page must be another file");
      }
    }
    List<String> labels = Labels.of(files);
    List<Source> sources = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      sources.add(new Source(labels.get(i), ResultFile.read(files.get(i))));
    }
    try (WholeFile page = WholeFile.create(out, force)) {
      page.write(ByteBuffer.wrap(Page.html(sources).getBytes(StandardCharsets.UTF_8)), 0);
      page.commit();
    }
    return CommandLine.ExitCode.OK;
  }
}
