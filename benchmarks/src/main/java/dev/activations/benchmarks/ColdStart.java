package dev.activations.benchmarks;

import dev.activations.benchmarks.contenders.Contenders;
import dev.activations.benchmarks.jvm.ChildJvm;
import dev.activations.benchmarks.jvm.CpuPath;
import dev.activations.measuring.results.Quantiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long the first call of a JVM takes, ours and a plain loop's, each time in a new JVM. Code
 * with vectors is slow until it is compiled, and here it never is.
 */
final class ColdStart {
  private static final List<String> WORKS = List.of("silu", "gelu_erf", "softmax");
  private static final String SHAPE = "1024x1024";

  private final CpuPath path;
  private final int threads;

  private ColdStart(CpuPath path, int threads) {
    this.path = path;
    this.threads = threads;
  }

  /** The lines of a table in Markdown. */
  static List<String> table(CpuPath path, int jvms) throws IOException {
    int threads = Runtime.getRuntime().availableProcessors();
    ColdStart cold = new ColdStart(path, threads);
    List<String> lines = new ArrayList<>();
    lines.add("| first call on " + SHAPE + ", " + threads + " threads | ours, ms | naive, ms |");
    lines.add("|---|---|---|");
    for (String work : WORKS) {
      double[] ours = new double[jvms];
      double[] naive = new double[jvms];
      for (int i = 0; i < jvms; i++) {
        ours[i] = cold.millis(Contenders.OURS, work);
        naive[i] = cold.millis(Contenders.NAIVE, work);
      }
      lines.add(
          String.format(
              Locale.ROOT,
              "| `%s` | %.1f | %.1f |",
              work,
              Quantiles.median(ours),
              Quantiles.median(naive)));
    }
    return lines;
  }

  private double millis(String who, String work) throws IOException {
    Process child =
        new ChildJvm(path, threads)
            .startForOneCall(FirstCall.class, who, work, SHAPE, Integer.toString(threads));
    try (BufferedReader output = child.inputReader(StandardCharsets.UTF_8)) {
      List<String> lines = output.lines().toList();
      return lines.stream()
          .filter(line -> line.startsWith(FirstCall.ANSWER))
          .mapToLong(line -> Long.parseLong(line.substring(FirstCall.ANSWER.length())))
          .mapToDouble(nanos -> nanos / 1e6)
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalStateException(
                      "the JVM for a cold start of " + who + " with " + work + " said " + lines));
    }
  }
}
