package dev.activations.measuring.speed;

/**
 * Waits until no thread of this JVM runs: the pools of other systems spin for a while after their
 * last call, compilers and collectors run when they like, and all of them take the CPU from whom is
 * timed next.
 */
final class Quiet {
  private static final int LOOK_MILLIS = 2;
  private static final int MOST_LOOKS = 100;

  /** Of one CPU. */
  private static final double IDLE = 0.1;

  private Quiet() {}

  /** Returns when all is quiet, or after a fifth of a second. */
  static void await() {
    SchedulerReading before = SchedulerReading.now();
    for (int look = 0; look < MOST_LOOKS; look++) {
      long start = System.nanoTime();
      try {
        Thread.sleep(LOOK_MILLIS);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        return;
      }
      SchedulerReading after = SchedulerReading.now();
      if (after.ran() - before.ran() < IDLE * (System.nanoTime() - start)) {
        return;
      }
      before = after;
    }
  }
}
