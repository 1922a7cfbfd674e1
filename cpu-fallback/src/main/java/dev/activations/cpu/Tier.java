package dev.activations.cpu;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Whether a kernel runs with vectors yet. Vector code that is not compiled takes up to a thousand
 * times as long as plain loops, and a second until it is; so plain loops compute at first, and
 * after some millions of elements vectors are compiled by a thread of their own. As both give the
 * same bits, nobody sees the change. Where vectors do not become faster, plain loops stay.
 */
final class Tier {
  /** What plain loops compute in a few milliseconds; less is not worth a second of compilation. */
  private static final int WORTHWHILE = 1 << 22;

  private final AtomicBoolean queued = new AtomicBoolean();
  private final WarmUp.Workload workload;
  private volatile boolean vectors;
  private int seen;

  Tier(WarmUp.Workload workload, boolean vectors) {
    this.workload = workload;
    this.vectors = vectors;
  }

  /** Counts what is about to be computed, and tells what with. */
  boolean takesVectors(int elements) {
    if (vectors) {
      return true;
    }
    // Threads may lose each other's counts: it is a threshold, nothing more.
    int sum = seen + Math.min(elements, WORTHWHILE);
    seen = Math.min(sum, WORTHWHILE);
    if (sum >= WORTHWHILE && queued.compareAndSet(false, true)) {
      WarmUp.enqueue(this);
    }
    return vectors;
  }

  WarmUp.Workload workload() {
    return workload;
  }

  void useVectors() {
    vectors = true;
  }
}
