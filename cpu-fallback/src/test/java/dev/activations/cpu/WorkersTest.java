package dev.activations.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
  @Test
  void everyItemOnceWhateverTheCut() {
    for (int threads : new int[] {1, 2, 7}) {
      try (Workers workers = new Workers(threads)) {
        for (int items : new int[] {0, 1, 9, 10, 11, 100, 1003}) {
          AtomicIntegerArray seen = new AtomicIntegerArray(items);
          workers.forEach(
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
    try (Workers workers = new Workers(4)) {
      Thread[] ran = new Thread[1];
      workers.forEach(10, 10, (from, to) -> ran[0] = Thread.currentThread());
      assertThat(ran[0]).isSameAs(Thread.currentThread());
    }
  }

  @Test
  void othersHelp() throws InterruptedException {
    try (Workers workers = new Workers(2)) {
      CountDownLatch both = new CountDownLatch(2);
      Set<String> names = ConcurrentHashMap.newKeySet();
      workers.forEach(
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
    try (Workers workers = new Workers(3)) {
      assertThatThrownBy(
              () ->
                  workers.forEach(
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
                  workers.forEach(
                      9,
                      1,
                      (from, to) -> {
                        throw new OutOfMemoryError("pretended");
                      }))
          .isInstanceOf(OutOfMemoryError.class);
      AtomicInteger after = new AtomicInteger();
      workers.forEach(9, 1, (from, to) -> after.incrementAndGet());
      assertThat(after).hasValue(9);
    }
  }

  /** A caller in somebody's fork/join pool runs nothing of that pool while it waits. */
  @Test
  void aForkJoinCallerIsNotBorrowed() throws Exception {
    ForkJoinPool callers = new ForkJoinPool(1);
    try (Workers workers = new Workers(2)) {
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
                workers.forEach(200, 1, (from, to) -> LockSupport.parkNanos(100_000));
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
    try (Workers workers = new Workers(2)) {
      AtomicInteger done = new AtomicInteger();
      Thread.currentThread().interrupt();
      workers.forEach(50, 1, (from, to) -> done.incrementAndGet());
      assertThat(Thread.interrupted()).isTrue();
      assertThat(done).hasValue(50);
    }
  }

  @Test
  void closedWorkersRefuse() {
    Workers workers = new Workers(2);
    workers.forEach(4, 1, (from, to) -> {});
    workers.close();
    workers.close();
    assertThatThrownBy(() -> workers.forEach(4, 1, (from, to) -> {}))
        .hasMessageContaining("closed");
  }
}
