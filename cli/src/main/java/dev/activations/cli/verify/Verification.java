package dev.activations.cli.verify;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.RowOperation;
import dev.activations.Step;
import dev.activations.cli.verify.report.Result;
import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Functions one after the other, each in its directions, until all are done or it is stopped. */
final class Verification {
  private final ElementwiseCheck functions;
  private final GradientCheck gradients;
  private final RowCheck rows;
  private final DoubleCheck doubles;
  private final boolean exhaustive;
  private final BooleanSupplier stopped;

  /** Gets each result as soon as it is there. */
  interface Sink {
    void add(Result result) throws IOException;
  }

  Verification(
      Backend backend,
      int threads,
      long seed,
      boolean exhaustive,
      boolean quiet,
      BooleanSupplier stopped) {
    Sweep sweep = new Sweep(backend, threads, stopped);
    this.functions = new ElementwiseCheck(backend, sweep, quiet);
    this.exhaustive = exhaustive;
    this.gradients = new GradientCheck(backend, seed);
    this.rows = new RowCheck(backend, seed);
    this.doubles = new DoubleCheck(backend, seed);
    this.stopped = stopped;
  }

  void run(List<Step> steps, Sink sink) throws IOException, InterruptedException {
    for (Step step : steps) {
      if (step instanceof Activation f) {
        Floats floats = exhaustive ? new AllFloats() : Sample.of(f);
        for (Direction direction : Direction.values()) {
          if (!stopped.getAsBoolean()) {
            sink.add(functions.verify(f, direction, floats));
          }
        }
        add(sink, () -> gradients.verify(f));
        add(sink, () -> doubles.verify(f));
      } else {
        RowOperation f = (RowOperation) step;
        add(sink, () -> rows.forward(f));
        add(sink, () -> rows.backward(f));
        add(sink, () -> doubles.verify(f));
      }
    }
  }

  private void add(Sink sink, Supplier<Result> check) throws IOException {
    if (!stopped.getAsBoolean()) {
      sink.add(check.get());
    }
  }
}
