package dev.activations.cli.plot;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.BackendOptions;
import dev.activations.cli.plot.chart.Figure;
import dev.activations.measuring.Watcher;
import dev.activations.measuring.accuracy.DirectBackend;
import dev.activations.measuring.accuracy.ErrorProfile;
import dev.activations.measuring.findings.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Measures the errors of functions, and draws them. */
final class ErrorJob {
  private static final int THREADS = BackendOptions.DEFAULTS.threads();

  private final float from;
  private final float to;
  private final Shown shown;
  private final boolean exhaustive;
  private final Watcher watcher;

  /**
   * Errors at the floats of a span; null for all floats.
   *
   * @throws IllegalArgumentException when the span has no two floats
   */
  ErrorJob(@Nullable Span span, Shown shown, boolean exhaustive, Watcher watcher) {
    this.from = span == null ? -Float.MAX_VALUE : (float) span.from();
    this.to = span == null ? Float.MAX_VALUE : (float) span.to();
    if (!(from < to) || Float.isInfinite(from) || Float.isInfinite(to)) {
      throw new IllegalArgumentException(
          "--range: with --error expected two different floats, found " + from + ":" + to);
    }
    this.shown = shown;
    this.exhaustive = exhaustive;
    this.watcher = watcher;
  }

  static Backend open(String selector) {
    return DirectBackend.open(selector, BackendOptions.DEFAULTS);
  }

  /** What is beyond a bound is drawn, and said to {@code warn}: the judge is {@code verify}. */
  Figure run(List<Activation> functions, Supplier<Backend> opened, Consumer<String> warn)
      throws IOException, InterruptedException {
    boolean alone = functions.size() == 1;
    ErrorFigure figure = new ErrorFigure(from, to, alone);
    try (Backend backend = opened.get()) {
      for (Activation f : functions) {
        for (boolean derivative : new boolean[] {false, true}) {
          if (derivative ? shown.derivative() : shown.value()) {
            ErrorProfile profile = measure(backend, f, derivative);
            if (profile.result().verdict() == Verdict.FAILED) {
              warn.accept(profile.result().complaint());
            }
            figure.add(f, derivative, profile);
          }
        }
      }
    }
    return figure.figure();
  }

  private ErrorProfile measure(Backend backend, Activation f, boolean derivative)
      throws IOException, InterruptedException {
    return exhaustive
        ? ErrorProfile.exhaustive(backend, THREADS, f, derivative, watcher)
        : ErrorProfile.measure(backend, THREADS, f, derivative, from, to);
  }
}
