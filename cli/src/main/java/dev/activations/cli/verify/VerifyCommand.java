package dev.activations.cli.verify;

import dev.activations.Backend;
import dev.activations.BackendOptions;
import dev.activations.Step;
import dev.activations.cli.options.BackendOption;
import dev.activations.cli.options.QuietOption;
import dev.activations.cli.options.ThreadsOption;
import dev.activations.cli.terminal.Interruption;
import dev.activations.cli.terminal.Usage;
import dev.activations.cli.verify.report.JsonReport;
import dev.activations.cli.verify.report.MarkdownReport;
import dev.activations.cli.verify.report.Report;
import dev.activations.cli.verify.report.TextReport;
import dev.activations.measuring.accuracy.DirectBackend;
import dev.activations.measuring.accuracy.Verification;
import dev.activations.measuring.findings.Result;
import dev.activations.measuring.findings.SavedResults;
import dev.activations.measuring.work.Steps;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code activations verify}. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Measure the error of a backend on this machine against the definitions.",
    description = {
      "",
      "Each function and derivative is computed for some 100,000 floats of every kind, or for all"
          + " 2^32 of them, and compared with its definition in double; where double does not"
          + " decide, with the printed formula to 21 digits. Row operations are computed for rows"
          + " of normal deviates and of all magnitudes. Backwards get gradients of all magnitudes,"
          + " from the smallest float to the largest, zeros, infinities and NaN, and moderate ones;"
          + " in float64, too. Each result is written as it is found.",
      "",
      "Exit status: 0 every bound is kept, 1 one is not or the run was stopped, 2 wrong usage.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  activations verify",
      "  activations verify --backend tornado --function gelu_erf,softmax",
      "  activations verify --exhaustive --function tanh --format json > tanh.json",
      "  activations verify --render *.json --format markdown",
      "",
      "--format json is an object a line, a line a result:",
      "  function    as --function takes it",
      "  direction   value, derivative or backward; forward or backward for row operations;",
      "              float64 backward",
      "  verdict     ok, failed, or partial: the run was stopped before all inputs",
      "  failure     what ended it early; else null",
      "  coverage    sample, exhaustive (all floats), rows, or magnitudes (of gradients)",
      "  seed        what rows and gradients were drawn with; null where nothing is drawn",
      "  inputs      how many floats were tried, results of rows compared",
      "  bound       what the backend promises: a result is within one of",
      "    ulps        units in the last place; in the backward of a function those of the",
      "                derivative, beside half a unit for the product",
      "    floor       absolute, next to a zero; 0: none",
      "    condition   in 2^-24 of the magnitudes of terms that cancel; 0: none",
      "  errors      of finite results",
      "    maxUlp, meanUlp, worst   those within floor or condition alone not counted",
      "    maxAbsolute              the largest where |x| <= 10 and |dy| <= 10",
      "    beyond                   how many are beyond the bound",
      "    excused, maxExcused      how many need floor or condition; the largest",
      "                             absolute error of them where |dy| <= 10",
      "    maxOfTerms               backward of rows only: the largest error in 2^-24",
      "                             of the magnitudes of its terms; else null",
      "  wrong       what no bound covers: nans, infinities, zeros (of the wrong",
      "              sign, or for a number beyond the bound), the first; else null",
      "  worst, first:  x (decimal), hex (exact), y (what the forward left) and dy of a",
      "              backward, expected, found, place (the row)",
      "  seconds     how long it took",
      "  machine     backend, description, os, arch, cores, jdk",
      "NaN and infinities are the strings \"NaN\", \"Infinity\", \"-Infinity\"."
    })
public final class VerifyCommand implements Callable<Integer> {
  /** How results are printed. */
  enum Format {
    TEXT,
    JSON,
    MARKDOWN
  }

  @Spec private CommandSpec spec;

  @Mixin private BackendOption backend;

  @Option(
      names = "--function",
      paramLabel = "F[,F...]",
      description =
          "NAME with all parameters that the catalogue has as examples, or NAME:KEY=VALUE"
              + " (default: the whole catalogue)")
  private @Nullable String functions;

  @Option(
      names = "--exhaustive",
      description =
          "all 2^32 floats: a minute or two for a function, an hour or two for the catalogue")
  private boolean exhaustive;

  @Mixin private ThreadsOption threads;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "what rows and gradients are drawn with (default: 1)")
  private @Nullable Long seed;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, json or markdown (default: text)")
  private Format format = Format.TEXT;

  @Option(
      names = "--render",
      paramLabel = "FILE",
      arity = "1..*",
      description = "print what earlier runs wrote with --format json, and measure nothing")
  private @Nullable List<Path> files;

  @Mixin private QuietOption quiet;

  /** Called by picocli. */
  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  public VerifyCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    return files == null ? measure() : render(files);
  }

  private int measure() throws IOException, InterruptedException {
    List<Step> steps =
        Usage.parse(spec, () -> functions == null ? Steps.all(true) : Steps.named(functions, true));
    BackendOptions options = threads.options();
    Report report = report();
    try (Interruption interruption = Interruption.watch(spec.qualifiedName(), () -> {});
        Backend opened = Usage.parse(spec, () -> DirectBackend.open(backend.selector(), options))) {
      Conclusion conclusion = new Conclusion(report);
      new Verification(
              opened,
              options.threads(),
              seed == null ? 1 : seed,
              exhaustive,
              quiet.watcher(),
              interruption::isRequested)
          .run(steps, conclusion::add);
      return say(conclusion.end(interruption.isRequested()));
    }
  }

  private int render(List<Path> saved) throws IOException {
    if (backend.isGiven() || functions != null || exhaustive || threads.isGiven() || seed != null) {
      throw Usage.wrong(spec, "--render measures nothing: only --format stands beside it");
    }
    Conclusion conclusion = new Conclusion(report());
    for (Result result : SavedResults.read(saved)) {
      conclusion.add(result);
    }
    return say(conclusion.end(false));
  }

  private int say(@Nullable String complaint) throws IOException {
    if (spec.commandLine().getOut().checkError()) {
      throw new IOException("stdout: the results could not be written whole");
    }
    if (complaint == null) {
      return CommandLine.ExitCode.OK;
    }
    spec.commandLine().getErr().println(spec.qualifiedName() + ": " + complaint);
    return CommandLine.ExitCode.SOFTWARE;
  }

  private Report report() {
    PrintWriter out = spec.commandLine().getOut();
    return switch (format) {
      case TEXT -> new TextReport(out);
      case JSON -> new JsonReport(out);
      case MARKDOWN -> new MarkdownReport(out);
    };
  }
}
