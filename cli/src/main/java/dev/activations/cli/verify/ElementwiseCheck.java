package dev.activations.cli.verify;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.ErrorBound;
import dev.activations.cli.terminal.OneLine;
import dev.activations.cli.terminal.Progress;
import dev.activations.cli.verify.report.Bound;
import dev.activations.cli.verify.report.Machine;
import dev.activations.cli.verify.report.Point;
import dev.activations.cli.verify.report.Result;
import dev.activations.cli.verify.report.Verdict;
import dev.activations.reference.ReferenceValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Verifies elementwise functions on a sample of floats, or on all of them. */
final class ElementwiseCheck {
  private final Backend backend;
  private final Machine machine;
  private final Sweep sweep;
  private final boolean quiet;

  /** Gets what was counted of each chunk that was done, in their order. */
  interface Chunks {
    void add(int chunk, Tally tally);
  }

  ElementwiseCheck(Backend backend, Sweep sweep, boolean quiet) {
    this.backend = backend;
    this.machine = Machine.here(backend);
    this.sweep = sweep;
    this.quiet = quiet;
  }

  Result verify(Activation f, Direction direction, Floats floats) throws InterruptedException {
    return verify(f, direction, floats, (chunk, tally) -> {});
  }

  Result verify(Activation f, Direction direction, Floats floats, Chunks chunks)
      throws InterruptedException {
    long start = System.nanoTime();
    ErrorBound bound = direction.bound(backend, f);
    Comparison comparison = new Comparison(f, direction, bound);
    Sweep.Outcome outcome;
    // A sample is over before a bar is there.
    try (Progress progress =
        Progress.start(f + " " + direction, floats.count(), quiet || !floats.isConsecutive())) {
      outcome = sweep.run(f, direction, floats, comparison, progress, chunks);
    }
    Tally tally = outcome.tally();
    Throwable failure = outcome.failure();
    boolean whole = tally.inputs() == floats.count();
    double maximum = tally.maxUlp();
    Point worst = tally.worst();
    if (worst != null && Float.isFinite(tally.worstX())) {
      ReferenceValue value = direction.formula(f).atFloat(tally.worstX());
      maximum = value.errorInUlps(tally.worstFound());
      worst = Point.of(tally.worstX(), value.hi(), tally.worstFound());
    }
    return new Result(
        f.toString(),
        direction.toString(),
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
