package dev.activations.cli.plot;

import dev.activations.Activation;
import dev.activations.cli.options.QuietOption;
import dev.activations.cli.terminal.Usage;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code activations plot}. */
@Command(
    name = "plot",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Draw functions and their derivatives, or the error of a backend, as SVG or PNG.",
    description = {
      "",
      "A curve is the definition in double. Full points are values at kinks, rings one-sided"
          + " limits; thin lines are the bounds of the range. The same words give the same SVG on"
          + " any machine, without any font; a PNG needs one.",
      "",
      "With --error the horizontal axis has all floats in their order, at equal distances, and a"
          + " curve is the largest error of a backend at each place, as verify measures it.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  activations plot gelu_erf",
      "  activations plot leaky_relu:negative_slope=0.2 elu:alpha=0.5 --out units.png",
      "  activations plot relu silu mish --compare --range -4:4 --out compared.svg",
      "  activations plot tanh --error --out tanh-error.svg",
      "  activations plot",
      "",
      "activations list prints all functions and their parameters."
    })
public final class PlotCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FUNCTION",
      arity = "0..*",
      description = "NAME[:KEY=VALUE]..., a panel each (default: the whole catalogue)")
  private @Nullable List<String> names;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "a file that ends in .svg or .png, or - for an SVG on stdout (default: FUNCTION.svg for"
              + " one function, else activations.svg; with -compare or -error before .svg)")
  private @Nullable String out;

  @Option(names = "--force", description = "replace FILE if it exists")
  private boolean force;

  @Option(
      names = "--range",
      paramLabel = "A:B",
      description = "the part of the axis that is shown (default: what shows the function whole)")
  private @Nullable String range;

  @Option(
      names = "--size",
      paramLabel = "WxH",
      description =
          "pixels of a PNG, or units of an SVG; letters grow with it (default: what the panels"
              + " need, in a PNG twice)")
  private @Nullable String size;

  @Option(
      names = "--compare",
      description = "all functions in one panel, and their derivatives in another")
  private boolean compare;

  @Option(names = "--no-derivative", description = "functions only")
  private boolean noDerivative;

  @Option(names = "--derivative-only", description = "derivatives only")
  private boolean derivativeOnly;

  @Option(names = "--error", description = "draw the error of a backend in float32")
  private boolean error;

  @Option(
      names = "--backend",
      paramLabel = "B",
      description =
          "with --error: auto, cpu, tornado, ...: see activations devices (default: auto)")
  private @Nullable String backend;

  @Option(
      names = "--exhaustive",
      description = "with --error: all 2^32 floats, a minute or two for each panel")
  private boolean exhaustive;

  @Mixin private QuietOption quiet;

  /** Called by picocli. */
  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  public PlotCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    checkOptions();
    List<Activation> functions =
        Usage.parse(spec, () -> names == null ? Functions.all() : Functions.parse(names));
    if (compare && (names == null || functions.size() < 2)) {
      throw Usage.wrong(
          spec, "--compare expects two functions or more, found " + (names == null ? 0 : 1));
    }
    PixelSize asked = size == null ? null : parsedSize(size);
    String file = out == null ? defaultName(functions) : out;
    Destination destination = Usage.parse(spec, () -> Destination.parse(file));
    destination.write(drawing(functions), asked, force, spec.commandLine().getOut());
    return 0;
  }

  private Destination.Drawing drawing(List<Activation> functions) {
    Span span = range == null ? null : parsedRange(range);
    if (error) {
      ErrorJob job =
          Usage.parse(spec, () -> new ErrorJob(span, shown(), exhaustive, quiet.watcher()));
      String selector = backend == null ? "auto" : backend;
      return () ->
          job.run(functions, () -> Usage.parse(spec, () -> ErrorJob.open(selector)), this::warn);
    }
    CurveFigures figures = new CurveFigures(span, shown());
    return () ->
        compare ? Usage.parse(spec, () -> figures.compared(functions)) : figures.panels(functions);
  }

  private void warn(String line) {
    spec.commandLine().getErr().println(spec.qualifiedName() + ": " + line);
  }

  private Shown shown() {
    return noDerivative ? Shown.VALUE : derivativeOnly ? Shown.DERIVATIVE : Shown.BOTH;
  }

  private void checkOptions() {
    if (noDerivative && derivativeOnly) {
      throw Usage.wrong(spec, "--no-derivative and --derivative-only leave nothing: expected one");
    }
    if (!error && (backend != null || exhaustive)) {
      throw Usage.wrong(
          spec,
          (exhaustive ? "--exhaustive" : "--backend")
              + " is for --error only: curves are the definition, which no backend computes");
    }
    if (error && compare) {
      throw Usage.wrong(spec, "--compare is for curves: expected it or --error, found both");
    }
    if (exhaustive && range != null) {
      throw Usage.wrong(spec, "--exhaustive is all floats: expected it or --range, found both");
    }
  }

  private Span parsedRange(String text) {
    return Usage.parse(spec, () -> Span.parse(text));
  }

  private PixelSize parsedSize(String text) {
    return Usage.parse(spec, () -> PixelSize.parse(text));
  }

  private String defaultName(List<Activation> functions) {
    String name = functions.size() == 1 ? functions.get(0).name() : "activations";
    return name + (error ? "-error" : compare ? "-compare" : "") + ".svg";
  }
}
