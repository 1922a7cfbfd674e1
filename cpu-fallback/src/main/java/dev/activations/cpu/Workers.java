package dev.activations.cpu;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Splits calls over threads. The caller works too and waits only for blocks that others have begun;
 * what fits one block never leaves its thread. The helpers start with the first large call, are
 * daemons, and end when they have slept for some seconds: the next large call starts them again. So
 * a backend that nobody closed keeps no thread, and what it belongs to can be collected.
 *
 * <p>To wake a thread takes longer than to compute 100,000 elements. So a helper that has nothing
 * to do looks for the next call for some time before it sleeps, and only large calls wake one, or
 * small ones that follow each other so closely that it will not sleep again.
 */
final class Workers implements AutoCloseable {
  /** Elements from which on waking a thread takes less time than it saves. */
  private static final int LARGE = 1 << 18;

  /** Calls that other threads help with at a time; more run on their own threads alone. */
  private static final int EXECUTIONS = 64;

  /** So long a helper looks for work before it sleeps. */
  private static final long LOOKING_NANOS = 100_000;

  /** So long a caller watches the last blocks of others before it lets its processor go. */
  private static final long WATCHING_NANOS = 50_000;

  private static final long NAP_NANOS = 20_000;

  /** So long a helper sleeps before it ends: waking it is cheaper than starting it. */
  private static final long IDLE_NANOS = 5_000_000_000L;

  /** Looks between two readings of the clock. */
  private static final int LOOKS = 32;

  private final int threads;
  private final long idleNanos;
  private final Function<Workers, Execution> newExecution;
  private final @Nullable Execution[] executions = new Execution[EXECUTIONS];
  private final AtomicInteger made = new AtomicInteger();

  /** Helpers that sleep, and those that have no thread. */
  private final AtomicInteger asleep;

  private final Helper[] helpers;

  /** Elements of calls without help, each begun so soon after the one before that it counts. */
  private int recent;

  private long lastEnd = System.nanoTime();
  private volatile boolean closed;

  Workers(int threads, Function<Workers, Execution> newExecution) {
    this(threads, newExecution, IDLE_NANOS);
  }

  Workers(int threads, Function<Workers, Execution> newExecution, long idleNanos) {
    this.threads = threads;
    this.newExecution = newExecution;
    this.idleNanos = idleNanos;
    helpers = new Helper[threads - 1];
    for (int i = 0; i < helpers.length; i++) {
      helpers[i] = new Helper(this, i);
    }
    asleep = new AtomicInteger(helpers.length);
  }

  int threads() {
    return threads;
  }

  /** A call for its caller alone, to be released. */
  Execution execution() {
    if (closed) {
      throw new IllegalStateException("the CPU backend is closed: open another");
    }
    for (int i = 0; i < made.get(); i++) {
      Execution execution = executions[i];
      if (execution != null && execution.acquire()) {
        return execution;
      }
    }
    Execution execution = newExecution.apply(this);
    execution.acquire();
    keep(execution);
    return execution;
  }

  private synchronized void keep(Execution execution) {
    int index = made.get();
    if (index < EXECUTIONS) {
      executions[index] = execution;
      made.set(index + 1);
    }
  }

  /**
   * Runs all items in blocks of at most so many; returns when all are done.
   *
   * @param elements of all items
   */
  void run(Execution execution, Work work, int items, int perBlock, int elements) {
    int size = Math.max(perBlock, items / Execution.MOST_BLOCKS + 1);
    int blocks = items / size + (items % size == 0 ? 0 : 1);
    if (blocks < 2 || threads < 2) {
      for (int from = 0; from < items; from += Math.min(size, items - from)) {
        work.run(from, from + Math.min(size, items - from), execution.memory);
      }
      return;
    }
    execution.publish(work, items, size, blocks);
    help(elements, blocks - 1);
    while (execution.runNext(execution.memory)) {
      // Until all blocks are taken.
    }
    await(execution, blocks);
    lastEnd = System.nanoTime();
    execution.rethrow();
  }

  private static void await(Execution execution, int blocks) {
    if (execution.isFinished(blocks)) {
      return;
    }
    long start = System.nanoTime();
    while (!execution.isFinished(blocks)) {
      if (System.nanoTime() - start < WATCHING_NANOS) {
        Spin.pause();
      } else {
        // Returns at once in a thread that was interrupted, which then watches on.
        LockSupport.parkNanos(NAP_NANOS);
      }
    }
  }

  /** Whether it pays to wake threads for this call, or for those that seem to come after it. */
  private boolean isWorthWaking(int elements) {
    if (elements >= LARGE) {
      return true;
    }
    // Threads may lose each other's counts: it is a threshold, nothing more.
    int before = System.nanoTime() - lastEnd < LOOKING_NANOS ? recent : 0;
    recent = Math.min(before + elements, LARGE);
    return recent >= LARGE;
  }

  private void help(int elements, int most) {
    if (asleep.get() > 0 && isWorthWaking(elements)) {
      int woken = 0;
      for (int i = 0; i < helpers.length && woken < most; i++) {
        woken += helpers[i].wake() ? 1 : 0;
      }
    }
  }

  /** A helper looks for work, until it has found none for some time. */
  void look(Memory memory) {
    long start = System.nanoTime();
    do {
      for (int i = 0; i < LOOKS; i++) {
        if (work(memory)) {
          start = System.nanoTime();
        } else {
          Spin.pause();
        }
      }
    } while (System.nanoTime() - start < LOOKING_NANOS);
  }

  /** Runs blocks as long as there are any; false when there were none. */
  boolean work(Memory memory) {
    boolean worked = false;
    for (int i = 0; i < made.get(); i++) {
      Execution execution = executions[i];
      while (execution != null && execution.runNext(memory)) {
        worked = true;
      }
    }
    return worked;
  }

  /** The helpers that sleep or have no thread. */
  AtomicInteger asleep() {
    return asleep;
  }

  long idleNanos() {
    return idleNanos;
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
    for (Helper helper : helpers) {
      helper.wakeToEnd();
    }
  }
}
