package dev.activations.measuring.accuracy;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.RowOperation;
import dev.activations.Step;
import dev.activations.measuring.Watcher;
import dev.activations.measuring.findings.Result;
import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Functions one after the other, each in its directions, until all are done or it is stopped. */
public final class Verification {
  private final ElementwiseCheck functions;
  private final GradientCheck gradients;
  private final RowCheck rows;
  private final DoubleCheck doubles;
  private final boolean exhaustive;
  private final BooleanSupplier stopped;

  /** Gets each result as soon as it is there. */
  public interface Sink {
    /**
     * Takes a result.
     *
     * @param result the result
     * @throws IOException when it cannot be written
     */
    void add(Result result) throws IOException;
  }

  /**
   * Prepares a verification.
   *
   * @param backend what is verified
   * @param threads how many calls it gets at a time
   * @param seed what rows and gradients are drawn with
   * @param exhaustive all floats and not a sample of them
   * @param watcher is told how far it is
   * @param stopped whether to end early
   */
  public Verification(
      Backend backend,
      int threads,
      long seed,
      boolean exhaustive,
      Watcher watcher,
      BooleanSupplier stopped) {
    Sweep sweep = new Sweep(backend, threads, stopped);
    this.functions = new ElementwiseCheck(backend, sweep, watcher);
    this.exhaustive = exhaustive;
    this.gradients = new GradientCheck(backend, seed);
    this.rows = new RowCheck(backend, seed);
    this.doubles = new DoubleCheck(backend, seed);
    this.stopped = stopped;
  }

  /**
   * Verifies.
   *
   * @param steps the functions, in this order
   * @param sink gets the results
   * @throws IOException when a result cannot be written
   * @throws InterruptedException when the thread is interrupted
   */
  public void run(List<Step> steps, Sink sink) throws IOException, InterruptedException {
    for (Step step : steps) {
      if (step instanceof Activation f) {
        Floats floats = exhaustive ? new AllFloats() : Sample.of(f);
        for (Curve curve : Curve.values()) {
          if (!stopped.getAsBoolean()) {
            sink.add(functions.verify(f, curve, floats));
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
