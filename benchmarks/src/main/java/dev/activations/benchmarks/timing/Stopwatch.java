package dev.activations.benchmarks.timing;

import dev.activations.benchmarks.task.Contender;

/**
 * Times calls in slots. A slot begins when all is quiet, with calls that are not counted, and lasts
 * ten milliseconds at least. When somebody else took our CPUs for more than 3 % of it, it is
 * repeated at once: the scheduler has then moved our threads to where they can run.
 */
final class Stopwatch {
  private static final long LEAD_NANOS = 2_000_000;
  private static final long SLOT_NANOS = 10_000_000;
  private static final double DISTURBED = 0.03;

  private final long patienceNanos;

  /** How long a slot is repeated for before it is taken as it is. */
  Stopwatch(long patienceNanos) {
    this.patienceNanos = patienceNanos;
  }

  /** Calls for a time; returns the nanoseconds of a call. */
  static double run(Contender contender, long atLeastNanos) {
    long calls = 0;
    long start = System.nanoTime();
    long elapsed;
    do {
      contender.call();
      calls++;
      elapsed = System.nanoTime() - start;
    } while (elapsed < atLeastNanos);
    return (double) elapsed / calls;
  }

  Sample slot(Contender contender) {
    Quiet.await();
    run(contender, LEAD_NANOS);
    long start = System.nanoTime();
    double best = Double.NaN;
    double leastWaited = Double.POSITIVE_INFINITY;
    do {
      SchedulerReading before = SchedulerReading.now();
      long begun = System.nanoTime();
      double nanosPerCall = run(contender, SLOT_NANOS);
      long elapsed = System.nanoTime() - begun;
      double waited = (double) (SchedulerReading.now().waited() - before.waited()) / elapsed;
      if (waited < leastWaited) {
        leastWaited = waited;
        best = nanosPerCall;
      }
    } while (leastWaited > DISTURBED && System.nanoTime() - start < patienceNanos);
    return new Sample(best, leastWaited <= DISTURBED);
  }
}
