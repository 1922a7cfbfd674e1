package dev.activations.cpu;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Tries kernels, one after the other, on one thread that is there only while there is one. */
final class WarmUp {
  /** Of computing; the longest kernels take three seconds to be compiled. */
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(6);

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
      new Trial(tier, Meter.THIS_JVM, PATIENCE).run();
      Choices.THIS_JVM.add(tier);
    }
  }
}
