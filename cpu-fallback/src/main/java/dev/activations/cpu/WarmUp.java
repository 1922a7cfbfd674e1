package dev.activations.cpu;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Runs vector kernels on a little data until they are compiled and faster than plain loops, on one
 * thread that is there only while there is something to do.
 */
final class WarmUp {
  /** A kernel on some data of its own. */
  interface Workload {
    /** Runs it once, on one thread at a time. */
    void run(boolean vectors);

    /** Lets the data go. */
    void release();
  }

  /** A kernel that is not faster by then stays with plain loops. */
  private static final long PATIENCE_NANOS = 20_000_000_000L;

  private static final int RUNS = 8;

  /** So often in a row vectors have to be faster. */
  private static final int TIMES = 3;

  private static final Queue<Tier> WAITING = new ArrayDeque<>();
  private static boolean running;

  private WarmUp() {}

  static synchronized void enqueue(Tier tier) {
    WAITING.add(tier);
    if (!running) {
      running = true;
      Thread thread = new Thread(WarmUp::run, "activations-cpu-warm-up");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private static synchronized @Nullable Tier next() {
    Tier tier = WAITING.poll();
    running = tier != null;
    if (!running) {
      WarmUp.class.notifyAll();
    }
    return tier;
  }

  /** Waits until nothing is warming up. */
  static synchronized void await() throws InterruptedException {
    while (running) {
      WarmUp.class.wait();
    }
  }

  private static void run() {
    for (Tier tier = next(); tier != null; tier = next()) {
      warm(tier, PATIENCE_NANOS);
    }
  }

  /** Runs both until vectors are faster, or time is over. */
  static void warm(Tier tier, long patienceNanos) {
    long deadline = System.nanoTime() + patienceNanos;
    int faster = 0;
    try {
      while (faster < TIMES && System.nanoTime() < deadline) {
        long vectors = time(tier.workload(), true);
        faster = vectors < time(tier.workload(), false) ? faster + 1 : 0;
      }
    } catch (RuntimeException | Error failed) {
      // Nobody waits for vectors: plain loops stay, and the next tier is warmed.
      faster = 0;
    } finally {
      tier.workload().release();
    }
    if (faster == TIMES) {
      tier.useVectors();
    }
  }

  private static long time(Workload workload, boolean vectors) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < RUNS; i++) {
      long start = System.nanoTime();
      workload.run(vectors);
      best = Math.min(best, System.nanoTime() - start);
    }
    return best;
  }
}
