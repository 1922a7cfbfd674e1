package dev.activations.simulator;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The work-items of a group. They run one after the other on the caller's thread; only when the
 * first one meets a barrier does each get a strand of its own. The strands hand a baton on, so
 * there is never more than one that runs, and no two accesses happen at once.
 */
final class Group {
  private final Launch launch;
  private final Moment now;
  private final int size;
  private final WorkItem[] items;
  private final Order order;
  private final LocalMemory memory;
  private final AtomicInteger alive = new AtomicInteger();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private @Nullable Thread caller;
  private int taken;
  private int waiting;
  private int ended;
  private boolean onStrands;

  Group(Launch launch, Moment now, int size, long seed) {
    this.launch = launch;
    this.now = now;
    this.size = size;
    order = new Order(size, seed);
    memory = new LocalMemory(launch);
    items = new WorkItem[size];
    for (int i = 0; i < size; i++) {
      items[i] = new WorkItem(this, i);
    }
  }

  Launch launch() {
    return launch;
  }

  LocalMemory memory() {
    return memory;
  }

  /** Runs all work-items; on failure none is left running. */
  void run() {
    caller = Thread.currentThread();
    memory.clear();
    now.beginGroup(size);
    order.shuffle();
    taken = 0;
    waiting = 0;
    ended = 0;
    onStrands = launch.hasBarriers();
    for (WorkItem item : items) {
      item.clear();
    }
    try {
      if (onStrands) {
        pass(take());
      } else {
        while (taken < size && !onStrands) {
          runHere(take());
        }
      }
    } catch (Throwable thrown) {
      fail(thrown);
    }
    if (onStrands) {
      awaitStrands();
    }
    Throwable thrown = failure.get();
    if (thrown instanceof Error error) {
      throw error;
    }
    if (thrown != null) {
      throw (RuntimeException) thrown;
    }
  }

  void barrier(WorkItem item) {
    launch.lookAtKernel();
    if (ended > 0) {
      throw divergence("reaches a barrier", ended + " of " + size + " work-items have ended");
    }
    memory.check(now.stamp, now.phaseBase);
    waiting++;
    if (!onStrands) {
      onStrands = true;
      launch.sawBarrier();
      item.startsOn(Thread.currentThread());
    }
    if (taken == size) {
      // Everyone is here.
      waiting = 0;
      taken = 0;
      now.beginPhase(size);
      order.shuffle();
    }
    WorkItem next = take();
    if (next != item) {
      pass(next);
      item.awaitTurn();
    }
    if (failure.get() != null) {
      throw new Abandoned();
    }
    now.stamp = now.phaseBase + item.local();
  }

  private WorkItem take() {
    taken++;
    return items[order.next()];
  }

  private void runHere(WorkItem item) {
    now.stamp = now.phaseBase + item.local();
    launch.run(item);
    memory.check(now.stamp, now.phaseBase);
    ended++;
    if (waiting > 0) {
      throw divergence("ends", waiting + " of " + size + " work-items wait in a barrier");
    }
    if (onStrands && taken < size) {
      pass(take());
    }
  }

  private void pass(WorkItem next) {
    if (next.isWaiting()) {
      next.giveTurn();
    } else {
      alive.incrementAndGet();
      try {
        Strands.start(() -> runOnStrand(next));
      } catch (Throwable notStarted) {
        alive.decrementAndGet();
        throw notStarted;
      }
    }
  }

  private void runOnStrand(WorkItem item) {
    item.startsOn(Thread.currentThread());
    try {
      runHere(item);
    } catch (Throwable thrown) {
      // Also errors of the JVM: the caller throws them again.
      fail(thrown);
    } finally {
      if (alive.decrementAndGet() == 0) {
        LockSupport.unpark(caller);
      }
    }
  }

  /** The first failure counts. Whoever waits wakes up, finds it, and leaves its kernel. */
  private void fail(Throwable thrown) {
    if (!(thrown instanceof Abandoned) && failure.compareAndSet(null, thrown)) {
      for (WorkItem item : items) {
        if (item.isWaiting()) {
          item.giveTurn();
        }
      }
    }
  }

  private void awaitStrands() {
    boolean interrupted = false;
    while (alive.get() > 0) {
      LockSupport.park(this);
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private SimulationError divergence(String does, String others) {
    return launch.error(
        "barrier divergence: "
            + does
            + " while "
            + others
            + "; expected that all work-items of a group meet in each barrier");
  }
}
