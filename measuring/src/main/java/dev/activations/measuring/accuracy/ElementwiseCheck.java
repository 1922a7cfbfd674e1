package dev.activations.measuring.accuracy;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.ErrorBound;
import dev.activations.measuring.OneLine;
import dev.activations.measuring.Watcher;
import dev.activations.measuring.findings.Bound;
import dev.activations.measuring.findings.Machine;
import dev.activations.measuring.findings.Point;
import dev.activations.measuring.findings.Result;
import dev.activations.measuring.findings.Verdict;
import dev.activations.reference.ReferenceValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Verifies elementwise functions on a sample of floats, or on all of them. */
final class ElementwiseCheck {
  private final Backend backend;
  private final Machine machine;
  private final Sweep sweep;
  private final Watcher watcher;

  /** Gets what was counted of each chunk that was done, in their order. */
  interface Chunks {
    void add(int chunk, Tally tally);
  }

  ElementwiseCheck(Backend backend, Sweep sweep, Watcher watcher) {
    this.backend = backend;
    this.machine = Machine.here(backend);
    this.sweep = sweep;
    this.watcher = watcher;
  }

  Result verify(Activation f, Curve curve, Floats floats) throws InterruptedException {
    return verify(f, curve, floats, (chunk, tally) -> {});
  }

  Result verify(Activation f, Curve curve, Floats floats, Chunks chunks)
      throws InterruptedException {
    long start = System.nanoTime();
    ErrorBound bound = curve.bound(backend, f);
    Comparison comparison = new Comparison(f, curve, bound);
    Sweep.Outcome outcome;
    // A sample is over before anybody sees it.
    Watcher seen = floats.isConsecutive() ? watcher : Watcher.NONE;
    try (Watcher.Course course = seen.begin(f + " " + curve, floats.count())) {
      outcome = sweep.run(f, curve, floats, comparison, course, chunks);
    }
    Tally tally = outcome.tally();
    Throwable failure = outcome.failure();
    boolean whole = tally.inputs() == floats.count();
    double maximum = tally.maxUlp();
    Point worst = tally.worst();
    if (worst != null && Float.isFinite(tally.worstX())) {
      ReferenceValue value = curve.formula(f).atFloat(tally.worstX());
      maximum = value.errorInUlps(tally.worstFound());
      worst = Point.of(tally.worstX(), value.hi(), tally.worstFound());
    }
    return new Result(
        f.toString(),
        curve.toString(),
        failure != null || !tally.isGood() ? Verdict.FAILED : whole ? Verdict.OK : Verdict.PARTIAL,
        whole ? null : unfinished(failure, tally.inputs(), floats.count()),
        floats.coverage(),
        null,
        tally.inputs(),
        Bound.of(bound),
        tally.errors(maximum, worst, null),
        tally.wrong(),
        (System.nanoTime() - start) / 1e9,
        machine);
  }

  private static String unfinished(@Nullable Throwable failure, long inputs, long of) {
    return String.format(
        Locale.ROOT,
        "%s after %,d of %,d inputs",
        failure == null ? "stopped" : OneLine.of(failure),
        inputs,
        of);
  }
}
