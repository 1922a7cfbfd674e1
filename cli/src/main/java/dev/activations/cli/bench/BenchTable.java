package dev.activations.cli.bench;

import dev.activations.measuring.results.Accuracy;
import dev.activations.measuring.results.BackendRun;
import dev.activations.measuring.results.BenchMachine;
import dev.activations.measuring.results.BenchRun;
import dev.activations.measuring.results.BreakEvenSize;
import dev.activations.measuring.results.CopyLimit;
import dev.activations.measuring.results.Measurement;
import dev.activations.measuring.results.Times;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A run for a terminal: a table for each backend. */
final class BenchTable {
  private final PrintWriter out;

  BenchTable(PrintWriter out) {
    this.out = out;
  }

  void print(BenchRun run) {
    BenchMachine machine = run.machine();
    line("%s, %d processors; %s", machine.processor(), machine.processors(), machine.os());
    line("Java %s; activations %s, effort %s", machine.jdk(), machine.activations(), run.effort());
    run.backends().forEach(this::print);
    if (!run.breakEvens().isEmpty()) {
      out.println();
      line("Break-even, transfers included:");
      run.breakEvens().forEach(this::print);
    }
    out.println();
    line(
        "%s in %.0f s. Times are medians of calls, +- half of what lies between the quartiles;"
            + " GB/s and the share",
        run.complete() ? "Measured" : "Stopped before all was measured,", run.seconds());
    line("of the copy of the same shape are the kernel's, or the call's where there is no kernel.");
    out.flush();
  }

  private void print(BackendRun backend) {
    out.println();
    line("%s: %s", backend.selector(), backend.description());
    if (backend.failure() != null) {
      line("  not measured%s: %s", backend.results().isEmpty() ? "" : " on", backend.failure());
    }
    if (backend.results().isEmpty()) {
      return;
    }
    row("", "first call", "call", "+-", "to device", "kernel", "back", "GB/s", "copy", "ULP");
    Map<String, CopyLimit> copies =
        backend.copies().stream()
            .collect(Collectors.toMap(c -> shape(c.rows(), c.columns()), copy -> copy));
    String shape = "";
    for (Measurement result : backend.results()) {
      String next = shape(result.rows(), result.columns());
      if (!next.equals(shape)) {
        shape = next;
        copy(next, copies.get(next));
      }
      print(result);
    }
  }

  private static String shape(int rows, int columns) {
    return rows + "x" + columns;
  }

  private void copy(String shape, @Nullable CopyLimit copy) {
    if (copy == null) {
      line(" %s", shape);
    } else {
      row(
          "copy",
          "",
          time(copy.endToEnd()),
          spread(copy.endToEnd()),
          "",
          time(copy.kernel()),
          "",
          rate(copy.rate()),
          "",
          "",
          shape);
    }
  }

  private void print(Measurement result) {
    if (result.failure() != null) {
      line("  %-34s failed: %s", result.title(), result.failure());
      return;
    }
    Accuracy accuracy = result.accuracy();
    row(
        result.title(),
        result.firstCall() == null ? "" : time(result.firstCall()),
        time(result.endToEnd()),
        spread(result.endToEnd()),
        time(result.copyIn()),
        time(result.kernel()),
        time(result.copyOut()),
        result.rate() == null ? "" : rate(result.rate()),
        result.shareOfCopy() == null ? "" : percent(result.shareOfCopy()),
        accuracy == null ? "" : String.format(Locale.ROOT, "%.2f", accuracy.maxUlp()));
  }

  private void print(BreakEvenSize size) {
    line(
        "  %-34s %s",
        size.backend() + " " + size.function() + " " + size.direction(),
        size.elements() == null
            ? "never faster than " + size.against() + " here"
            : String.format(
                Locale.ROOT,
                "from %,d elements on faster than %s",
                size.elements(),
                size.against()));
  }

  private void row(String... cells) {
    if (cells.length > 10) {
      line(" %s", cells[10]);
    }
    out.println(
        String.format(
                Locale.ROOT,
                "  %-34s %10s %9s %5s %9s %9s %9s %8s %5s %6s",
                cells[0],
                cells[1],
                cells[2],
                cells[3],
                cells[4],
                cells[5],
                cells[6],
                cells[7],
                cells[8],
                cells[9])
            .stripTrailing());
  }

  private void line(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }

  private static String time(@Nullable Times times) {
    return times == null ? "" : time(times.median());
  }

  /** Three digits and a unit. */
  static String time(double seconds) {
    if (seconds < 999.5e-9) {
      return digits(seconds * 1e9) + " ns";
    }
    if (seconds < 999.5e-6) {
      return digits(seconds * 1e6) + " us";
    }
    return seconds < 0.9995 ? digits(seconds * 1e3) + " ms" : digits(seconds) + " s";
  }

  private static String digits(double value) {
    return String.format(
        Locale.ROOT, value < 9.995 ? "%.2f" : value < 99.95 ? "%.1f" : "%.0f", value);
  }

  private static String spread(@Nullable Times times) {
    return times == null ? "" : percent((times.upper() - times.lower()) / 2 / times.median());
  }

  private static String rate(double gigabytesPerSecond) {
    return digits(gigabytesPerSecond);
  }

  private static String percent(double part) {
    return String.format(Locale.ROOT, "%.0f%%", part * 100);
  }
}
