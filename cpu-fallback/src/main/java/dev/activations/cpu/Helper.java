package dev.activations.cpu;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Takes blocks of any call of its workers, on a thread that is there while there are calls. */
final class Helper implements Runnable {
  private enum State {
    /** It has no thread. */
    GONE,
    AWAKE,
    ASLEEP
  }

  private final Workers workers;
  private final String name;
  private final AtomicReference<State> state = new AtomicReference<>(State.GONE);
  private volatile @Nullable Thread thread;

  Helper(Workers workers, int index) {
    this.workers = workers;
    name = "activations-cpu-" + index;
  }

  /** Wakes it, or gives it a thread; false when it is awake or no thread can be made. */
  boolean wake() {
    if (state.get() == State.ASLEEP && state.compareAndSet(State.ASLEEP, State.AWAKE)) {
      LockSupport.unpark(thread);
      return true;
    }
    return state.get() == State.GONE && state.compareAndSet(State.GONE, State.AWAKE) && start();
  }

  private boolean start() {
    Thread fresh = new Thread(this, name);
    fresh.setDaemon(true);
    // That of the caller may belong to a program that goes away sooner than this thread.
    fresh.setContextClassLoader(null);
    thread = fresh;
    try {
      fresh.start();
      return true;
    } catch (OutOfMemoryError none) {
      // The callers work alone, and try again.
      thread = null;
      state.set(State.GONE);
      return false;
    }
  }

  /** After the workers were closed. */
  void wakeToEnd() {
    LockSupport.unpark(thread);
  }

  @Override
  public void run() {
    Memory memory = new Memory();
    workers.asleep().decrementAndGet();
    while (!workers.isClosed()) {
      workers.look(memory);
      if (!sleep(memory)) {
        return;
      }
    }
  }

  /** Returns when it was woken; false when it is time to end. */
  private boolean sleep(Memory memory) {
    workers.asleep().incrementAndGet();
    state.set(State.ASLEEP);
    // A call that came before it could see this thread asleep.
    boolean worked = workers.work(memory);
    long start = System.nanoTime();
    while (!worked && state.get() == State.ASLEEP && !workers.isClosed()) {
      long left = workers.idleNanos() - (System.nanoTime() - start);
      if (left > 0) {
        LockSupport.parkNanos(this, left);
      } else if (end()) {
        return false;
      }
    }
    state.set(State.AWAKE);
    workers.asleep().decrementAndGet();
    return true;
  }

  /** Still counted as asleep, unless it was woken at the last moment. */
  private boolean end() {
    Thread mine = thread;
    thread = null;
    if (state.compareAndSet(State.ASLEEP, State.GONE)) {
      return true;
    }
    thread = mine;
    return false;
  }
}
