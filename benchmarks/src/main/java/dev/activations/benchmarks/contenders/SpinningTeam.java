package dev.activations.benchmarks.contenders;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that share the parts of a job and wait for the next one by spinning: the fastest way to
 * split work that Java has, hence the measure of ours. Equal contiguous parts, the caller's among
 * them. A thread that found no job for a millisecond parks, so as not to disturb what is timed
 * next.
 */
final class SpinningTeam implements AutoCloseable {
  /** A part of the job: items from (inclusive) to (exclusive). */
  interface Part {
    void run(int from, int to);
  }

  private static final long SPIN_NANOS = 1_000_000;
  private static final Part NOTHING = (from, to) -> {};

  private final Thread[] helpers;
  private final AtomicInteger running = new AtomicInteger();
  private Part part = NOTHING;
  private int items;
  private final AtomicInteger job = new AtomicInteger();
  private volatile boolean closed;

  SpinningTeam(int threads) {
    helpers = new Thread[threads - 1];
    for (int i = 0; i < helpers.length; i++) {
      int rank = i + 1;
      helpers[i] = new Thread(() -> help(rank), "spinning-" + rank);
      helpers[i].setDaemon(true);
      helpers[i].start();
    }
  }

  /** Runs a part on every thread; returns when all are done. */
  void forEach(int count, Part work) {
    if (helpers.length == 0) {
      work.run(0, count);
      return;
    }
    part = work;
    items = count;
    running.set(helpers.length);
    job.incrementAndGet();
    for (Thread helper : helpers) {
      LockSupport.unpark(helper);
    }
    runPart(0);
    while (running.get() != 0) {
      Thread.onSpinWait();
    }
  }

  private void runPart(int rank) {
    int threads = helpers.length + 1;
    part.run(border(rank, threads), border(rank + 1, threads));
  }

  private int border(int rank, int threads) {
    return (int) ((long) items * rank / threads);
  }

  private void help(int rank) {
    int seen = 0;
    long idleSince = System.nanoTime();
    while (!closed) {
      if (job.get() != seen) {
        seen = job.get();
        runPart(rank);
        running.decrementAndGet();
        idleSince = System.nanoTime();
      } else if (System.nanoTime() - idleSince > SPIN_NANOS) {
        LockSupport.park(this);
      } else {
        Thread.onSpinWait();
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    for (Thread helper : helpers) {
      LockSupport.unpark(helper);
    }
  }
}
