package dev.activations.cli.bench;

import dev.activations.cli.options.QuietOption;
import dev.activations.cli.options.ThreadsOption;
import dev.activations.cli.report.Page;
import dev.activations.cli.report.Source;
import dev.activations.cli.terminal.Interruption;
import dev.activations.cli.terminal.Progress;
import dev.activations.cli.terminal.Usage;
import dev.activations.measuring.results.BackendRun;
import dev.activations.measuring.results.BenchRun;
import dev.activations.measuring.results.Measurement;
import dev.activations.measuring.results.ResultFile;
import dev.activations.measuring.work.Cell;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code activations bench}. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Measure what each device of this machine does with each function.",
    description = {
      "",
      "For each backend, function, direction and shape: first whether the results are right, then"
          + " the first call (compilation included), a call end to end, and on a device, as its"
          + " driver counts them, the kernel and the transfers. GB/s, and the share of a copy of"
          + " the same shape by the same backend in the same run. Each backend is measured in a"
          + " process of its own; one that dies is reported, and the rest goes on.",
      "",
      "Exit status: 0 all was measured, 1 something was not (one line says what), 2 wrong usage.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  activations bench --quick --out first",
      "  activations bench --function gelu_erf,softmax --shape 1024x768,4096x4096",
      "  activations bench --backend cpu,tornado --full --out full",
      "",
      "Keys of the JSON (times in seconds, rates in 10^9 bytes a second; null: not there):",
      "  format, started, seconds, effort, complete (false: stopped early)",
      "  machine     processor, processors, memory, os, arch, jdk, jvmOptions, activations",
      "  backends    selector, device (cpu, gpu, other), description, facts, failure, and",
      "    copies      rows, columns, bytes (read and written), endToEnd, kernel, rate",
      "    results     function, direction, rows, columns, bytes (each operand once), failure,",
      "                firstCall, compilation (toSource, byDriver), endToEnd, kernel, copyIn,",
      "                copyOut, rate and shareOfCopy (of the kernel, or of the call), and",
      "      accuracy    good, bound, maxUlp, maxAbsolute, worst, inputs",
      "    each time   median, lower and upper quartile, least, samples",
      "  breakEvens  backend, against, function, direction, elements (null: never faster)"
    })
public final class BenchCommand implements Callable<Integer> {
  private static final String JSON = "bench.json";
  private static final String PAGE = "report.html";

  /** How the results are printed. */
  enum Format {
    TEXT,
    JSON
  }

  @Spec private CommandSpec spec;

  @Option(
      names = "--backend",
      paramLabel = "B[,B...]",
      description =
          "cpu, cpu:simd, cpu:plain, cpu:portable, tornado, ...: see activations devices"
              + " (default: cpu:simd, cpu:plain and every device)")
  private @Nullable String backends;

  @Option(
      names = "--function",
      paramLabel = "F[,F...]",
      description = "NAME or NAME:KEY=VALUE (default: depends on --quick and --full)")
  private @Nullable String functions;

  @Option(
      names = "--direction",
      paramLabel = "D[,D...]",
      description = "forward, derivative, backward (default: forward and backward)")
  private @Nullable String directions;

  @Option(
      names = "--shape",
      paramLabel = "RxC[,RxC...]",
      description = "rows and columns (default: depends on --quick and --full)")
  private @Nullable String shapes;

  @Option(names = "--quick", description = "a few functions on three shapes: a minute")
  private boolean quick;

  @Option(names = "--full", description = "all functions in all directions on all shapes: hours")
  private boolean full;

  @Mixin private ThreadsOption threads;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "write bench.json and report.html there")
  private @Nullable Path out;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "of what is printed: text or json (default: text)")
  private Format format = Format.TEXT;

  @Option(names = "--force", description = "replace files in DIR")
  private boolean force;

  @Mixin private QuietOption quiet;

  /** Called by picocli. */
  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  public BenchCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (quick && full) {
      throw Usage.wrong(spec, "--quick and --full exclude each other: give one of them");
    }
    Effort effort = quick ? Effort.QUICK : full ? Effort.FULL : Effort.DEFAULT;
    List<Cell> cells = Usage.parse(spec, () -> Plan.of(effort, functions, directions, shapes));
    int count = threads.options().threads();
    List<Contestant> contestants = Usage.parse(spec, () -> Contestants.of(backends));
    OutputFolder folder = out == null ? null : OutputFolder.prepare(out, force, JSON, PAGE);
    AtomicReference<@Nullable Bench> running = new AtomicReference<>();
    try (Interruption interruption =
        Interruption.watch(spec.qualifiedName(), () -> stop(running.get()))) {
      Bench bench = new Bench(cells, effort.pace(), count, interruption::isRequested);
      running.set(bench);
      BenchRun run = measure(bench, contestants, effort, cells.size(), folder, interruption);
      print(run);
      return say(run);
    }
  }

  private static void stop(@Nullable Bench bench) {
    if (bench != null) {
      bench.stop();
    }
  }

  private BenchRun measure(
      Bench bench,
      List<Contestant> contestants,
      Effort effort,
      int cells,
      @Nullable OutputFolder folder,
      Interruption interruption)
      throws IOException, InterruptedException {
    String started = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    long start = System.nanoTime();
    List<BackendRun> backendRuns = new ArrayList<>();
    BenchRun run = null;
    try (Progress progress =
        Progress.startSteps("bench", (long) cells * contestants.size(), quiet.isGiven())) {
      for (Contestant contestant : contestants) {
        backendRuns.add(bench.run(contestant, progress));
        boolean complete = backendRuns.size() == contestants.size() && !interruption.isRequested();
        run =
            new BenchRun(
                BenchRun.FORMAT,
                started,
                (System.nanoTime() - start) * 1e-9,
                effort.toString(),
                complete,
                ThisMachine.facts(),
                List.copyOf(backendRuns),
                BreakEvens.of(backendRuns));
        if (folder != null) {
          write(folder, run);
        }
        if (interruption.isRequested()) {
          break;
        }
      }
    }
    if (run == null) {
      throw new IllegalStateException("no backend was chosen");
    }
    return run;
  }

  /** After each backend, so that whatever ends the command leaves what is complete. */
  private static void write(OutputFolder folder, BenchRun run) throws IOException {
    folder.write(JSON, ResultFile.text(run));
    folder.write(PAGE, Page.html(List.of(new Source(folder.name(), run))));
  }

  private void print(BenchRun run) throws IOException {
    PrintWriter stdout = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> new BenchTable(stdout).print(run);
      case JSON -> stdout.print(ResultFile.text(run));
    }
    if (stdout.checkError()) {
      throw new IOException("stdout: the results could not be written whole");
    }
  }

  /** A device that nobody named and that cannot be used here is no failure. */
  private int say(BenchRun run) {
    List<String> failures = new ArrayList<>();
    for (BackendRun backend : run.backends()) {
      if (backend.failure() != null && (backends != null || !backend.results().isEmpty())) {
        failures.add(backend.selector() + ": " + backend.failure());
      }
      for (Measurement result : backend.results()) {
        if (result.failure() != null) {
          failures.add(
              String.format(
                  Locale.ROOT,
                  "%s: %s on %dx%d: %s",
                  backend.selector(),
                  result.title(),
                  result.rows(),
                  result.columns(),
                  result.failure()));
        }
      }
    }
    if (!run.complete()) {
      failures.add("stopped before all was measured");
    }
    if (failures.isEmpty()) {
      return CommandLine.ExitCode.OK;
    }
    String more = failures.size() == 1 ? "" : " (and " + (failures.size() - 1) + " more failed)";
    spec.commandLine().getErr().println(spec.qualifiedName() + ": " + failures.get(0) + more);
    return CommandLine.ExitCode.SOFTWARE;
  }
}
