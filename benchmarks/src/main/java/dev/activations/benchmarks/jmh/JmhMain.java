package dev.activations.benchmarks.jmh;

import dev.activations.benchmarks.Selection;
import dev.activations.benchmarks.contenders.Contenders;
import dev.activations.benchmarks.jvm.ChildJvm;
import dev.activations.benchmarks.jvm.CpuPath;
import dev.activations.benchmarks.jvm.DeviceJvm;
import dev.activations.measuring.work.Direction;
import dev.activations.measuring.work.Shape;
import dev.activations.measuring.work.Work;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * JMH with the catalogue as its parameters, and the nanoseconds per element of all results at the
 * end. Takes JMH's options; {@code -p work=silu,silu/backward}, {@code contender}, {@code shape},
 * {@code threads} and {@code path} narrow what is run, which without any takes hours. Devices are
 * timed where {@link DeviceJvm} finds a JVM for them, and left out with the reason elsewhere.
 */
public final class JmhMain {
  private static final int WRONG_USAGE = 2;

  private final CommandLineOptions line;
  private final List<RunResult> results = new ArrayList<>();

  private JmhMain(CommandLineOptions line) {
    this.line = line;
  }

  /**
   * Runs the benchmarks.
   *
   * @param args options of JMH
   * @throws RunnerException when JMH cannot run them
   * @throws IOException when no JVM could be started
   * @throws InterruptedException when the thread was interrupted
   */
  public static void main(String[] args) throws RunnerException, IOException, InterruptedException {
    int status = run(args);
    if (status != 0) {
      System.exit(status);
    }
  }

  /** Wrong usage is one line; JMH says itself what it could not run. */
  static int run(String... args) throws RunnerException, IOException, InterruptedException {
    try {
      CommandLineOptions line = new CommandLineOptions(args);
      if (line.shouldHelp()) {
        line.showHelp();
      } else {
        new JmhMain(line).run();
      }
      return 0;
    } catch (CommandLineOptionException | IllegalArgumentException wrong) {
      System.err.println("jmh: " + wrong.getMessage());
      return WRONG_USAGE;
    }
  }

  private void run() throws RunnerException, IOException, InterruptedException {
    List<Work> works = Selection.works(chosen("work", List.of("all")));
    List<String> everybody = new ArrayList<>(Contenders.names());
    everybody.addAll(Contenders.devices());
    Map<String, List<Work>> possible = new LinkedHashMap<>();
    for (String contender : chosen("contender", everybody)) {
      if (!Contenders.isDevice(contender) || isThere(contender)) {
        possible.put(contender, possible(contender, works));
      }
    }
    for (Map.Entry<String, List<Work>> entry : possible.entrySet()) {
      run(entry.getKey(), entry.getValue().stream().filter(w -> !w.onRows()).toList());
      run(entry.getKey(), entry.getValue().stream().filter(Work::onRows).toList());
    }
    results.forEach(JmhMain::print);
  }

  /** Asks before anything is run: hours later nobody would see why rows are missing. */
  private static boolean isThere(String device) throws IOException, InterruptedException {
    Optional<DeviceJvm> jvm = DeviceJvm.find();
    try {
      if (jvm.isPresent()) {
        System.out.println("jmh: " + device + " is " + jvm.get().describe(device));
        return true;
      }
      System.err.println("jmh: without " + device + ": " + DeviceJvm.obstacle());
    } catch (IllegalStateException unusable) {
      System.err.println("jmh: without " + device + ": " + unusable.getMessage());
    }
    return false;
  }

  /** A copy is the same for all works that move as many bytes: one of each kind will do. */
  private static List<Work> possible(String contender, List<Work> works) {
    if (!Contenders.copies(contender)) {
      return works.stream().filter(work -> Contenders.can(contender, work)).toList();
    }
    Map<String, Work> kinds = new LinkedHashMap<>();
    for (Work work : works) {
      boolean backward = work.direction() == Direction.BACKWARD;
      kinds.putIfAbsent((work.onRows() ? work.step().name() : "") + backward, work);
    }
    return List.copyOf(kinds.values());
  }

  private List<String> chosen(String parameter, List<String> otherwise) {
    Collection<String> chosen = line.getParameter(parameter).orElse(otherwise);
    return List.copyOf(chosen);
  }

  private void run(String contender, List<Work> works) throws RunnerException {
    if (works.isEmpty()) {
      return;
    }
    List<String> shapes = Selection.shapes(works.get(0)).stream().map(Shape::toString).toList();
    OptionsBuilder options = new OptionsBuilder();
    options.parent(line);
    options.include(CallBenchmark.class.getName());
    options.param("contender", contender);
    options.param("work", works.stream().map(Work::toString).toArray(String[]::new));
    options.param("shape", chosen("shape", shapes).toArray(String[]::new));
    if (Contenders.isDevice(contender)) {
      DeviceJvm jvm = DeviceJvm.find().orElseThrow();
      options.jvm(jvm.java());
      options.jvmArgs(jvm.flags().toArray(String[]::new));
      // A device has no threads to choose: one row, not one for each number.
      options.param("threads", "all");
      options.param("path", CpuPath.AUTO.text());
    } else {
      options.jvmArgsAppend(ChildJvm.flags(CpuPath.AUTO).toArray(String[]::new));
    }
    results.addAll(new Runner(options.build()).run());
  }

  private static void print(RunResult result) {
    int elements = Shape.parse(result.getParams().getParam("shape")).elements();
    System.out.printf(
        Locale.ROOT,
        "%s: %s on %s, threads %s: %.4f ns/element%n",
        result.getParams().getParam("contender"),
        result.getParams().getParam("work"),
        result.getParams().getParam("shape"),
        result.getParams().getParam("threads"),
        result.getPrimaryResult().getScore() * 1000 / elements);
  }
}
