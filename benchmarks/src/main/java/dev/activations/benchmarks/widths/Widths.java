package dev.activations.benchmarks.widths;

import dev.activations.benchmarks.Selection;
import dev.activations.benchmarks.Tool;
import dev.activations.benchmarks.report.Machine;
import dev.activations.measuring.work.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What each width of vectors gives, on each JDK. */
@Command(
    name = "widths",
    mixinStandardHelpOptions = true,
    version = "widths, a tool of tornado-activations that is never released",
    description =
        "Times functions and row operations on one thread, with plain loops and with at most so wide"
            + " vectors, in a JVM each, and counts the bytes that a warm call allocates. Ends with 1"
            + " where one allocates or is slower than plain loops.")
final class Widths implements Callable<Integer> {
  private static final String METHOD =
      """

      Nanoseconds an element of one thread, the best call of all rounds, on 32x1000 elements. A column is a JVM in which the CPU backend may take vectors of
      at most so many bits and has finished its trials; the JVMs of a row are measured in turn, round after round. Bytes stand behind the time where a warm
      call allocates, the least of all rounds. `(refused)` marks where a trial found the widest vectors no good: the time is that of what was chosen instead,
      which stands below the table.

      """;

  @Option(
      names = "--functions",
      split = ",",
      defaultValue = "all",
      paramLabel = "WORK",
      description =
          "such as silu, silu/backward; all, forward, backward, derivative (default: ${DEFAULT-VALUE})")
  private List<String> functions = new ArrayList<>();

  @Option(
      names = "--jdks",
      split = ",",
      paramLabel = "FOLDER",
      description = "JDKs from 17 on (default: that of JAVA_HOME, or the newest)")
  private List<Path> jdks = new ArrayList<>();

  @Option(
      names = "--widths",
      split = ",",
      defaultValue = "128,256",
      paramLabel = "BITS",
      description = "of vectors: 64, 128, 256, 512 (default: ${DEFAULT-VALUE})")
  private List<Integer> widths = new ArrayList<>();

  @Option(
      names = "--rounds",
      defaultValue = "9",
      paramLabel = "N",
      description = "of 10 ms a cell (default: ${DEFAULT-VALUE})")
  private int rounds;

  @Option(names = "--out", paramLabel = "FILE", description = "also write a document")
  private @Nullable Path out;

  private final String command;

  private Widths(String command) {
    this.command = command;
  }

  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** The exit status, with one line on stderr where something is wrong. */
  static int run(String... args) {
    return Tool.run("widths", new Widths(Tool.called("widths", args)), args);
  }

  @Override
  public Integer call() throws IOException {
    List<Work> works = Selection.works(functions);
    List<Column> columns = columns();
    WidthTable table = new WidthTable(columns);
    List<WidthJvm> jvms = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    try {
      for (Column column : columns) {
        WidthJvm jvm = new WidthJvm(column);
        jvms.add(jvm);
        names.add(column.jdk().getFileName() + ": " + jvm.name());
      }
      for (Work work : works) {
        System.err.println(table.add(work, measure(work, jvms)));
      }
    } finally {
      jvms.forEach(WidthJvm::close);
    }
    System.out.print(table.markdown());
    if (out != null) {
      Files.writeString(out, document(names, table));
    }
    return table.isGood() ? 0 : 1;
  }

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    List<Path> all = jdks.isEmpty() ? List.of(Path.of(System.getProperty("java.home"))) : jdks;
    for (Path jdk : all) {
      columns.add(new Column(jdk, 0));
      widths.forEach(bits -> columns.add(new Column(jdk, bits)));
    }
    return columns;
  }

  private List<WidthCell> measure(Work work, List<WidthJvm> jvms) throws IOException {
    for (WidthJvm jvm : jvms) {
      jvm.prepare(work);
    }
    List<WidthCell> cells = new ArrayList<>();
    for (WidthJvm jvm : jvms) {
      jvm.ready();
    }
    for (WidthJvm jvm : jvms) {
      cells.add(jvm.measure());
    }
    for (int round = 1; round < rounds; round++) {
      for (int i = 0; i < jvms.size(); i++) {
        cells.set(i, cells.get(i).or(jvms.get(i).measure()));
      }
    }
    return cells;
  }

  private String document(Set<String> names, WidthTable table) {
    StringBuilder text = new StringBuilder("# Vectors of each width\n\n");
    text.append(
        String.format(
            Locale.ROOT,
            "Generated by `%s` on %s; do not edit.\n\n",
            command,
            LocalDate.now(ZoneOffset.UTC)));
    Machine.facts().forEach(fact -> text.append("- ").append(fact).append('\n'));
    names.forEach(name -> text.append("- ").append(name).append('\n'));
    return text.append(METHOD).append(table.markdown()).toString();
  }
}
