package dev.activations.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Threads are there while there is work: those of backends that nobody closed end as well. */
class IdleWorkersTest {
  private static final long AT_ONCE = 1_000_000;
  private static final long PATIENCE_MILLIS = 60_000;

  private static Workers workers(long idleNanos) {
    return new Workers(
        2,
        owner -> new Execution(owner, new Float32Kernels(), new Float64Definitions()),
        idleNanos);
  }

  /** A large call of two blocks, each of which waits for the other; gives the helper's thread. */
  private static Thread helperOf(Workers workers) {
    CountDownLatch both = new CountDownLatch(2);
    AtomicReference<@Nullable Thread> helper = new AtomicReference<>();
    Thread caller = Thread.currentThread();
    Work work =
        new Work() {
          @Override
          public void run(int from, int to, Memory memory) {
            if (Thread.currentThread() != caller) {
              helper.set(Thread.currentThread());
            }
            both.countDown();
            try {
              assertThat(both.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)).isTrue();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
          }

          @Override
          public void clear() {}
        };
    Execution execution = workers.execution();
    try {
      workers.run(execution, work, 2, 1, Integer.MAX_VALUE);
    } finally {
      execution.release();
    }
    Thread found = helper.get();
    if (found == null) {
      throw new AssertionError("nobody helped");
    }
    return found;
  }

  private static void awaitEnd(Thread thread) throws InterruptedException {
    thread.join(PATIENCE_MILLIS);
    assertThat(thread.isAlive()).as("%s is alive", thread).isFalse();
  }

  @Test
  void aThreadEndsWhenItIsIdleAndComesBackWithTheNextCall() throws InterruptedException {
    try (Workers workers = workers(AT_ONCE)) {
      Thread first = helperOf(workers);
      awaitEnd(first);
      Thread second = helperOf(workers);
      assertThat(second).isNotSameAs(first);
      assertThat(second.isDaemon()).isTrue();
      assertThat(second.getContextClassLoader()).isNull();
      awaitEnd(second);
    }
  }

  /** Calls that come just when the thread ends are helped: each of these needs two threads. */
  @Test
  void noCallIsLostToAThreadThatEnds() {
    try (Workers workers = workers(1)) {
      for (int i = 0; i < 300; i++) {
        assertThat(helperOf(workers)).isNotNull();
        long until = System.nanoTime() + (i % 10) * 20_000L;
        while (System.nanoTime() < until) {
          Spin.pause();
        }
      }
    }
  }

  @Test
  void aHundredThatNobodyClosedKeepNoThread() throws InterruptedException {
    List<Thread> helpers = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      helpers.add(helperOf(workers(AT_ONCE)));
    }
    for (Thread helper : helpers) {
      awaitEnd(helper);
    }
  }

  @Test
  void whatNobodyClosedIsCollected() throws InterruptedException {
    WeakReference<Workers> forgotten = forgotten();
    long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
    while (forgotten.get() != null && System.nanoTime() < deadline) {
      System.gc();
      LockSupport.parkNanos(1_000_000);
    }
    assertThat(forgotten.get()).isNull();
  }

  private static WeakReference<Workers> forgotten() throws InterruptedException {
    Workers workers = workers(AT_ONCE);
    awaitEnd(helperOf(workers));
    return new WeakReference<>(workers);
  }
}
