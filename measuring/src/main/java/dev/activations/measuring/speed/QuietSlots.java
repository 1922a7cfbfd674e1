package dev.activations.measuring.speed;

/**
 * Times calls in slots. A slot begins when all is quiet, with calls that are not counted, and lasts
 * ten milliseconds at least. When somebody else took our CPUs for more than 3 % of it, it is
 * repeated at once: the scheduler has then moved our threads to where they can run.
 */
public final class QuietSlots implements Stopwatch<Sample> {
  private static final long LEAD_NANOS = 2_000_000;
  private static final long SLOT_NANOS = 10_000_000;
  private static final double DISTURBED = 0.03;

  private final long warmNanos;
  private final long patienceNanos;

  /**
   * A stopwatch.
   *
   * @param warmNanos how long is called before anything counts
   * @param patienceNanos how long a slot is repeated for before it is taken as it is
   */
  public QuietSlots(long warmNanos, long patienceNanos) {
    this.warmNanos = warmNanos;
    this.patienceNanos = patienceNanos;
  }

  @Override
  public double warmUp(Runnable call) {
    return Stopwatch.mean(call, warmNanos);
  }

  /** One slot. */
  @Override
  public Sample time(Runnable call) {
    Quiet.await();
    Stopwatch.mean(call, LEAD_NANOS);
    long start = System.nanoTime();
    double best = Double.NaN;
    double leastWaited = Double.POSITIVE_INFINITY;
    do {
      SchedulerReading before = SchedulerReading.now();
      long begun = System.nanoTime();
      double nanosPerCall = Stopwatch.mean(call, SLOT_NANOS);
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
