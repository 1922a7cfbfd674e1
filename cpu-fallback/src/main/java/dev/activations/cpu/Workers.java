package dev.activations.cpu;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Splits calls over threads. The caller works too and waits only for blocks that others have begun;
 * what fits one block never leaves its thread. The helpers start with the first call that does not,
 * and are daemons.
 *
 * <p>To wake a thread takes longer than to compute 100,000 elements. So a helper that has nothing
 * to do looks for the next call for some time before it sleeps, and only large calls wake one, or
 * small ones that follow each other so closely that it will not sleep again.
 */
final class Workers implements AutoCloseable {
  /** Elements from which on waking a thread takes less time than it saves. */
  private static final int LARGE = 1 << 18;

  /** Calls that other threads help with at a time; more run on their own threads alone. */
  private static final int CALLS = 64;

  /** So long a helper looks for work before it sleeps. */
  private static final long LOOKING_NANOS = 100_000;

  /** So long a caller watches the last blocks of others before it lets its processor go. */
  private static final long WATCHING_NANOS = 50_000;

  private static final long NAP_NANOS = 20_000;

  /** Looks between two readings of the clock. */
  private static final int LOOKS = 32;

  private final int threads;
  private final Function<Workers, Call> newCall;
  private final @Nullable Call[] calls = new Call[CALLS];
  private final AtomicInteger made = new AtomicInteger();
  private final AtomicInteger asleep = new AtomicInteger();
  private volatile Helper[] helpers = {};

  /** Elements of calls without help, each begun so soon after the one before that it counts. */
  private int recent;

  private long lastEnd = System.nanoTime();
  private volatile boolean closed;

  Workers(int threads, Function<Workers, Call> newCall) {
    this.threads = threads;
    this.newCall = newCall;
  }

  int threads() {
    return threads;
  }

  /** A call for its caller alone, to be released. */
  Call call() {
    if (closed) {
      throw new IllegalStateException("the CPU backend is closed: open another");
    }
    for (int i = 0; i < made.get(); i++) {
      Call call = calls[i];
      if (call != null && call.acquire()) {
        return call;
      }
    }
    Call call = newCall.apply(this);
    call.acquire();
    keep(call);
    return call;
  }

  private synchronized void keep(Call call) {
    int index = made.get();
    if (index < CALLS) {
      calls[index] = call;
      made.set(index + 1);
    }
  }

  /**
   * Runs all items in blocks of at most so many; returns when all are done.
   *
   * @param elements of all items
   */
  void run(Call call, Work work, int items, int perBlock, int elements) {
    int size = Math.max(perBlock, items / Call.MOST_BLOCKS + 1);
    int blocks = items / size + (items % size == 0 ? 0 : 1);
    if (blocks < 2 || threads < 2) {
      for (int from = 0; from < items; from += Math.min(size, items - from)) {
        work.run(from, from + Math.min(size, items - from), call.memory);
      }
      return;
    }
    call.publish(work, items, size, blocks);
    help(elements, blocks - 1);
    while (call.runNext(call.memory)) {
      // Until all blocks are taken.
    }
    await(call, blocks);
    lastEnd = System.nanoTime();
    call.rethrow();
  }

  private static void await(Call call, int blocks) {
    if (call.isFinished(blocks)) {
      return;
    }
    long start = System.nanoTime();
    while (!call.isFinished(blocks)) {
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
    Helper[] all = helpers;
    if (all.length == 0) {
      all = start();
    }
    if (asleep.get() > 0 && isWorthWaking(elements)) {
      int woken = 0;
      for (int i = 0; i < all.length && woken < most; i++) {
        woken += all[i].wake() ? 1 : 0;
      }
    }
  }

  private synchronized Helper[] start() {
    if (helpers.length == 0 && !closed) {
      Helper[] started = new Helper[threads - 1];
      for (int i = 0; i < started.length; i++) {
        started[i] = new Helper(i);
      }
      try {
        for (Helper helper : started) {
          helper.start();
        }
      } catch (OutOfMemoryError nobody) {
        // No thread could be made: the callers work alone.
      }
      helpers = started;
    }
    return helpers;
  }

  @Override
  public synchronized void close() {
    closed = true;
    for (Helper helper : helpers) {
      LockSupport.unpark(helper);
    }
  }

  /** A thread that takes blocks of any call. */
  private final class Helper extends Thread {
    private final Memory memory = new Memory();
    private volatile boolean sleeping;

    Helper(int index) {
      super("activations-cpu-" + index);
      setDaemon(true);
    }

    boolean wake() {
      if (sleeping) {
        sleeping = false;
        LockSupport.unpark(this);
        return true;
      }
      return false;
    }

    @Override
    public void run() {
      while (!closed) {
        long start = System.nanoTime();
        do {
          for (int i = 0; i < LOOKS; i++) {
            if (work()) {
              start = System.nanoTime();
            } else {
              Spin.pause();
            }
          }
        } while (System.nanoTime() - start < LOOKING_NANOS);
        sleep();
      }
    }

    private void sleep() {
      sleeping = true;
      asleep.incrementAndGet();
      // A call that came before it could see this thread asleep.
      if (!work()) {
        while (sleeping && !closed) {
          LockSupport.park(this);
        }
      }
      sleeping = false;
      asleep.decrementAndGet();
    }

    /** Runs blocks as long as there are any; false when there were none. */
    private boolean work() {
      boolean worked = false;
      for (int i = 0; i < made.get(); i++) {
        Call call = calls[i];
        while (call != null && call.runNext(memory)) {
          worked = true;
        }
      }
      return worked;
    }
  }
}
