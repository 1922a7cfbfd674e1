package dev.activations.benchmarks.jmh;

import dev.activations.benchmarks.Selection;
import dev.activations.benchmarks.contenders.Contenders;
import dev.activations.benchmarks.jvm.ChildJvm;
import dev.activations.benchmarks.jvm.CpuPath;
import dev.activations.benchmarks.task.Direction;
import dev.activations.benchmarks.task.Shape;
import dev.activations.benchmarks.task.Work;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * JMH with the catalogue as its parameters, and the nanoseconds per element of all results at the
 * end. Takes JMH's options; {@code -p work=silu,silu/backward}, {@code contender}, {@code shape},
 * {@code threads} and {@code path} narrow what is run, which without any takes hours.
 */
public final class JmhMain {
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
   * @throws CommandLineOptionException when it knows no such option
   */
  public static void main(String[] args) throws RunnerException, CommandLineOptionException {
    JmhMain main = new JmhMain(new CommandLineOptions(args));
    List<Work> works = Selection.works(main.chosen("work", List.of("all")));
    for (String contender : main.chosen("contender", Contenders.names())) {
      List<Work> possible = possible(contender, works);
      main.run(contender, possible.stream().filter(w -> !w.onRows()).toList());
      main.run(contender, possible.stream().filter(Work::onRows).toList());
    }
    main.results.forEach(JmhMain::print);
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
    options.jvmArgsAppend(ChildJvm.flags(CpuPath.AUTO).toArray(String[]::new));
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
