package dev.activations.benchmarks;

import dev.activations.benchmarks.jvm.ChildJvm;
import dev.activations.benchmarks.jvm.CpuPath;
import dev.activations.benchmarks.report.Machine;
import dev.activations.benchmarks.report.PerformanceDocument;
import dev.activations.benchmarks.report.RatioTable;
import dev.activations.benchmarks.timing.Cell;
import dev.activations.benchmarks.timing.Effort;
import dev.activations.measuring.work.Shape;
import dev.activations.measuring.work.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Times us beside everybody else, and writes tables of the ratios. */
@Command(
    name = "ratios",
    mixinStandardHelpOptions = true,
    version = "ratios, a tool of tornado-activations that is never released",
    description =
        "Times the CPU backend in turn with ONNX Runtime, PyTorch, oneDNN, plain Java loops and a"
            + " copy of the same bytes, and prints tables of the ratios. Below 1 we are faster.")
final class Ratios implements Callable<Integer> {
  @Option(
      names = "--functions",
      split = ",",
      defaultValue = "all",
      paramLabel = "WORK",
      description =
          "such as silu, silu/backward, silu/derivative; all, forward, backward, derivative"
              + " (default: ${DEFAULT-VALUE})")
  private List<String> functions = new ArrayList<>();

  @Option(
      names = "--shapes",
      split = ",",
      paramLabel = "RxC",
      description =
          "such as 1024x1024 (default: 128x768, 1024x1024, 8192x4096, for row operations"
              + " also 64x1000, 32768x128, 1024x50257)")
  private List<String> shapes = new ArrayList<>();

  @Option(
      names = "--threads",
      split = ",",
      defaultValue = "1,all",
      paramLabel = "N",
      description = "numbers of threads (default: ${DEFAULT-VALUE})")
  private List<String> threads = new ArrayList<>();

  @Option(
      names = "--path",
      defaultValue = "auto",
      paramLabel = "PATH",
      description = "${COMPLETION-CANDIDATES}: the code of the CPU backend (default: auto)")
  private CpuPath path = CpuPath.AUTO;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "rounds of each cell (default: 21, with --quick 5)")
  private int rounds;

  @Option(
      names = "--patience",
      defaultValue = "1",
      paramLabel = "SECONDS",
      description =
          "how long a slot is repeated for while others take our CPUs (default: ${DEFAULT-VALUE})")
  private double patience;

  @Option(
      names = "--quick",
      description = "1024x1024 only unless --shapes says otherwise, 5 rounds")
  private boolean quick;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "also write a document: machine, method, tables, cold starts; docs/performance.md"
              + " is such a file")
  private @Nullable Path out;

  @Option(
      names = "--keep",
      paramLabel = "FILE",
      description =
          "add each cell to this file at once, and do not measure again what it holds: a run that"
              + " was ended goes on, and the tables are of all that the file holds")
  private @Nullable Path keep;

  /** Until vectors are compiled, which took up to two seconds. */
  private static final int WARM_UP_MILLIS = 3000;

  private final String command;

  private Ratios(String command) {
    this.command = command;
  }

  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** The exit status: 0 done, 1 failed, 2 wrong usage, with one line on stderr. */
  static int run(String... args) {
    return Tool.run("ratios", new Ratios(Tool.called("ratios", args)), args);
  }

  @Override
  public Integer call() throws IOException {
    List<Work> works = Selection.works(functions);
    List<Shape> wanted = wantedShapes();
    Map<String, String> who = new LinkedHashMap<>();
    List<Cell> cells = new ArrayList<>();
    KeptCells kept =
        keep == null ? KeptCells.none() : KeptCells.open(keep, Machine.line(ChildJvm.flags(path)));
    boolean whole = true;
    for (int count : Selection.threads(threads)) {
      try (MeasuringJvm jvm = new MeasuringJvm(path, count, effort())) {
        whole &= measure(jvm.client(), count, works, wanted, kept, cells);
        who.putAll(jvm.client().who());
      }
    }
    List<Cell> all = keep == null ? cells : kept.cells();
    System.out.print(RatioTable.markdown(all, 2));
    if (out != null) {
      List<String> coldStarts = ColdStart.table(path, quick ? 3 : 7);
      PerformanceDocument document =
          new PerformanceDocument(
              command, kept.commands(), ChildJvm.flags(path), who, all, coldStarts);
      Files.writeString(out, document.markdown());
    }
    return whole ? 0 : 1;
  }

  private Effort effort() {
    int count = rounds == 0 ? (quick ? 5 : 21) : rounds;
    return new Effort(count, WARM_UP_MILLIS, Math.round(patience * 1000));
  }

  private List<Shape> wantedShapes() {
    if (shapes.isEmpty() && quick) {
      return List.of(new Shape(1024, 1024));
    }
    return shapes.stream().map(text -> Shape.parse("--shapes", text)).toList();
  }

  /** Whether every cell could be measured; those that could are added. */
  private boolean measure(
      MeasuringClient client,
      int count,
      List<Work> works,
      List<Shape> wanted,
      KeptCells kept,
      List<Cell> cells)
      throws IOException {
    boolean whole = true;
    for (Work work : works) {
      for (Shape shape : wanted.isEmpty() ? Selection.shapes(work) : wanted) {
        try {
          Optional<Cell> before = kept.find(work, shape, count);
          if (before.isPresent()) {
            cells.add(before.get());
            continue;
          }
          Cell cell = client.measure(work, shape);
          cells.add(cell);
          kept.add(cell, command);
          System.err.println(RatioTable.progress(cell));
        } catch (IllegalStateException failure) {
          System.err.println("ratios: " + failure.getMessage());
          whole = false;
        }
      }
    }
    return whole;
  }
}
