package dev.activations.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class WorkersTest {
  private interface Part {
    void run(int from, int to);
  }

  private static Workers workers(int threads) {
    return new Workers(
        threads, owner -> new Execution(owner, new Float32Kernels(), new Float64Definitions()));
  }

  private static void forEach(Workers workers, int items, int perBlock, Part part) {
    Execution execution = workers.execution();
    try {
      run(workers, execution, items, perBlock, part);
    } finally {
      execution.release();
    }
  }

  private static void run(
      Workers workers, Execution execution, int items, int perBlock, Part part) {
    run(workers, execution, items, perBlock, Integer.MAX_VALUE, part);
  }

  private static void run(
      Workers workers, Execution execution, int items, int perBlock, int elements, Part part) {
    workers.run(
        execution,
        new Work() {
          @Override
          public void run(int from, int to, Memory memory) {
            part.run(from, to);
          }

          @Override
          public void clear() {}
        },
        items,
        perBlock,
        elements);
  }

  @Test
  void everyItemOnceWhateverTheCut() {
    for (int threads : new int[] {1, 2, 7}) {
      try (Workers workers = workers(threads)) {
        for (int items : new int[] {0, 1, 9, 10, 11, 100, 1003}) {
          AtomicIntegerArray seen = new AtomicIntegerArray(items);
          forEach(
              workers,
              items,
              10,
              (from, to) -> {
                assertThat(to - from).isBetween(1, 10);
                for (int i = from; i < to; i++) {
                  seen.incrementAndGet(i);
                }
              });
          for (int i = 0; i < items; i++) {
            assertThat(seen.get(i)).isEqualTo(1);
          }
        }
      }
    }
  }

  @Test
  void oneBlockStaysWithTheCaller() {
    try (Workers workers = workers(4)) {
      Thread[] ran = new Thread[1];
      forEach(workers, 10, 10, (from, to) -> ran[0] = Thread.currentThread());
      assertThat(ran[0]).isSameAs(Thread.currentThread());
    }
  }

  @Test
  void othersHelp() throws InterruptedException {
    try (Workers workers = workers(2)) {
      CountDownLatch both = new CountDownLatch(2);
      Set<String> names = ConcurrentHashMap.newKeySet();
      forEach(
          workers,
          2,
          1,
          (from, to) -> {
            names.add(Thread.currentThread().getName());
            both.countDown();
            awaitQuietly(both);
          });
      assertThat(both.await(0, TimeUnit.SECONDS)).isTrue();
      assertThat(names).hasSize(2).anyMatch(name -> name.startsWith("activations-cpu-"));
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void failuresReachTheCaller() {
    try (Workers workers = workers(3)) {
      assertThatThrownBy(
              () ->
                  forEach(
                      workers,
                      1000,
                      1,
                      (from, to) -> {
                        if (from == 500) {
                          throw new IllegalArgumentException("block 500");
                        }
                      }))
          .hasMessage("block 500");
      assertThatThrownBy(
              () ->
                  forEach(
                      workers,
                      9,
                      1,
                      (from, to) -> {
                        throw new OutOfMemoryError("pretended");
                      }))
          .isInstanceOf(OutOfMemoryError.class);
      AtomicInteger after = new AtomicInteger();
      forEach(workers, 9, 1, (from, to) -> after.incrementAndGet());
      assertThat(after).hasValue(9);
    }
  }

  /** An error in a thread that helps reaches the caller, and the thread helps again. */
  @Test
  void aHelperOutlivesItsErrors() {
    try (Workers workers = workers(2)) {
      Thread caller = Thread.currentThread();
      Set<Thread> helpers = ConcurrentHashMap.newKeySet();
      for (Error error :
          new Error[] {
            new AssertionError("asserted"), new StackOverflowError("deep"), new LinkageError("gone")
          }) {
        CountDownLatch both = new CountDownLatch(2);
        assertThatThrownBy(
                () ->
                    forEach(
                        workers,
                        2,
                        1,
                        (from, to) -> {
                          both.countDown();
                          awaitQuietly(both);
                          if (Thread.currentThread() != caller) {
                            helpers.add(Thread.currentThread());
                            throw error;
                          }
                        }))
            .isSameAs(error);
      }
      assertThat(helpers).hasSize(1).allMatch(Thread::isAlive);
    }
  }

  /** Who gets an error may use the arrays again: no other thread is still writing. */
  @Test
  void anErrorWaitsForTheBlocksOfOthers() {
    try (Workers workers = workers(2)) {
      for (int i = 0; i < 20; i++) {
        CountDownLatch both = new CountDownLatch(2);
        AtomicInteger running = new AtomicInteger();
        assertThatThrownBy(
                () ->
                    forEach(
                        workers,
                        2,
                        1,
                        (from, to) -> {
                          running.incrementAndGet();
                          both.countDown();
                          awaitQuietly(both);
                          if (from == 1) {
                            LockSupport.parkNanos(2_000_000);
                          }
                          running.decrementAndGet();
                          if (from == 0) {
                            throw new IllegalStateException("block 0");
                          }
                        }))
            .hasMessage("block 0");
        assertThat(running).hasValue(0);
      }
    }
  }

  /** Blocks that nobody has begun when one fails are left out. */
  @Test
  void afterAnErrorNoBlockIsBegun() {
    try (Workers workers = workers(3)) {
      AtomicInteger begun = new AtomicInteger();
      assertThatThrownBy(
              () ->
                  forEach(
                      workers,
                      100_000,
                      1,
                      (from, to) -> {
                        begun.incrementAndGet();
                        throw new IllegalStateException("block " + from);
                      }))
          .hasMessageStartingWith("block ");
      assertThat(begun.get()).isBetween(1, 3);
    }
  }

  private static void awaitSleep(Workers workers) {
    long deadline = System.nanoTime() + 30_000_000_000L;
    while (workers.asleep().get() == 0) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      LockSupport.parkNanos(100_000);
    }
  }

  @Test
  void sleepersAreWoken() {
    try (Workers workers = workers(2)) {
      for (int i = 0; i < 10; i++) {
        CountDownLatch both = new CountDownLatch(2);
        forEach(
            workers,
            2,
            1,
            (from, to) -> {
              both.countDown();
              awaitQuietly(both);
            });
        awaitSleep(workers);
      }
    }
  }

  /** More calls at a time than are kept for others to see. */
  @Test
  void callsBeyondThoseThatAreKeptWorkAlone() {
    try (Workers workers = workers(2)) {
      List<Execution> executions = new ArrayList<>();
      for (int i = 0; i < 70; i++) {
        executions.add(workers.execution());
      }
      assertThat(executions).doesNotHaveDuplicates();
      for (Execution execution : executions) {
        AtomicInteger items = new AtomicInteger();
        run(workers, execution, 1000, 10, (from, to) -> items.addAndGet(to - from));
        assertThat(items).hasValue(1000);
        execution.release();
      }
      assertThat(executions).contains(workers.execution());
    }
  }

  /** A helper that sleeps is woken by calls too small to wake it, when they follow each other. */
  @Test
  void smallCallsInARowAreHelped() {
    try (Workers workers = workers(2)) {
      forEach(workers, 4, 1, (from, to) -> {});
      AtomicInteger helped = new AtomicInteger();
      Thread caller = Thread.currentThread();
      long deadline = System.nanoTime() + 30_000_000_000L;
      while (helped.get() == 0 && System.nanoTime() < deadline) {
        awaitSleep(workers);
        for (int i = 0; i < 100; i++) {
          Execution execution = workers.execution();
          run(workers, execution, 4, 1, 1 << 16, (from, to) -> helpedFor(10_000, caller, helped));
          execution.release();
        }
      }
      assertThat(helped).hasPositiveValue();
    }
  }

  private static void helpedFor(long nanos, Thread caller, AtomicInteger helped) {
    long start = System.nanoTime();
    while (System.nanoTime() - start < nanos) {
      Spin.pause();
    }
    if (Thread.currentThread() != caller) {
      helped.incrementAndGet();
    }
  }

  /** A caller in somebody's fork/join pool runs nothing of that pool while it waits. */
  @Test
  void aForkJoinCallerIsNotBorrowed() throws Exception {
    ForkJoinPool callers = new ForkJoinPool(1);
    try (Workers workers = workers(2)) {
      AtomicBoolean inside = new AtomicBoolean();
      AtomicInteger borrowed = new AtomicInteger();
      callers
          .submit(
              () -> {
                for (int i = 0; i < 100; i++) {
                  callers.execute(
                      () -> {
                        if (inside.get()) {
                          borrowed.incrementAndGet();
                        }
                      });
                }
                inside.set(true);
                forEach(workers, 200, 1, (from, to) -> LockSupport.parkNanos(100_000));
                inside.set(false);
              })
          .get(30, TimeUnit.SECONDS);
      assertThat(borrowed).hasValue(0);
    } finally {
      callers.shutdown();
    }
  }

  @Test
  void anInterruptedCallerFinishesAndStaysInterrupted() {
    try (Workers workers = workers(2)) {
      AtomicInteger done = new AtomicInteger();
      Thread.currentThread().interrupt();
      forEach(workers, 50, 1, (from, to) -> done.incrementAndGet());
      assertThat(Thread.interrupted()).isTrue();
      assertThat(done).hasValue(50);
    }
  }

  @Test
  void closedWorkersRefuse() {
    Workers workers = workers(2);
    forEach(workers, 4, 1, (from, to) -> {});
    workers.close();
    workers.close();
    assertThatThrownBy(() -> forEach(workers, 4, 1, (from, to) -> {}))
        .hasMessageContaining("closed");
  }
}
