package dev.activations.measuring.accuracy;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.Tensor;
import dev.activations.measuring.Watcher;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes floats through a function of a backend and a comparison, a chunk at a time on each thread.
 * The tallies of the chunks are added in their order, so that the number of threads changes no
 * digit of the result.
 */
final class Sweep {
  private final Backend backend;
  private final int threads;
  private final BooleanSupplier stopped;

  /** What was counted, and what ended it before its time. */
  record Outcome(Tally tally, @Nullable Throwable failure) {}

  Sweep(Backend backend, int threads, BooleanSupplier stopped) {
    this.backend = backend;
    this.threads = threads;
    this.stopped = stopped;
  }

  Outcome run(
      Activation f,
      Curve curve,
      Floats floats,
      Comparison comparison,
      Watcher.Course course,
      ElementwiseCheck.Chunks chunks)
      throws InterruptedException {
    @Nullable Tally[] tallies = new Tally[floats.chunks()];
    AtomicInteger next = new AtomicInteger();
    AtomicBoolean failed = new AtomicBoolean();
    Callable<Void> worker =
        () -> {
          boolean done = false;
          float[] x = new float[floats.chunkSize()];
          float[] found = new float[floats.chunkSize()];
          double[] expected = new double[floats.isConsecutive() ? floats.chunkSize() : 0];
          try (Tensor input = backend.allocate(1, x.length);
              Tensor output = backend.allocate(1, x.length)) {
            for (int chunk = next.getAndIncrement();
                chunk < tallies.length && !failed.get() && !stopped.getAsBoolean();
                chunk = next.getAndIncrement()) {
              // Behind the last floats of a short chunk stand some of another, which nobody asks
              // for.
              int length = floats.fill(chunk, x);
              input.copyFrom(x);
              curve.run(backend, f, input, output);
              output.copyTo(found);
              Tally tally = new Tally();
              if (floats.isConsecutive()) {
                comparison.compareConsecutive(x, found, length, expected, tally);
              } else {
                comparison.compare(x, found, length, tally);
              }
              tallies[chunk] = tally;
              course.advance(length);
            }
            done = true;
          } finally {
            if (!done) {
              failed.set(true);
            }
          }
          return null;
        };
    Throwable failure = run(worker, Math.min(threads, tallies.length));
    Tally all = new Tally();
    for (int chunk = 0; chunk < tallies.length; chunk++) {
      Tally tally = tallies[chunk];
      if (tally != null) {
        chunks.add(chunk, tally);
        all.add(tally);
      }
    }
    return new Outcome(all, failure);
  }

  /** Runs the same work on some threads; gives what the first that failed threw. */
  private static @Nullable Throwable run(Callable<Void> worker, int count)
      throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(count);
    try {
      Throwable first = null;
      for (Future<Void> future : pool.invokeAll(Collections.nCopies(count, worker))) {
        try {
          future.get();
        } catch (ExecutionException thrown) {
          first = first == null ? thrown.getCause() : first;
        }
      }
      return first;
    } finally {
      pool.shutdown();
    }
  }
}
