package dev.activations.cpu;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What computes a kernel: plain loops, or vectors of some width. Vector code that is not compiled
 * takes up to a thousand times as long as plain loops, and a second until it is; and what C2 makes
 * of a loop may be slow for good, or put every vector into an object. So plain loops compute at
 * first, and after some millions of elements a {@link Trial} on a thread of its own finds what is
 * faster and allocates nothing. As all give the same bits, nobody sees the change.
 *
 * <p>What was chosen is tried again from time to time: a JVM may compile it anew, and worse, and
 * vectors that were slow while the compiler was busy with others may be fast.
 */
final class Tier {
  /** Loops without vectors. */
  static final int PLAIN = -1;

  /** What plain loops compute in a few milliseconds; less is not worth a second of compilation. */
  private static final int WORTHWHILE = 1 << 22;

  /** So many elements from one trial to the next, at most. */
  private static final int SELDOM = 1 << 30;

  /** So many times as many elements before the next trial. */
  private static final int RARER = 16;

  /** Fewer elements are not counted once it is known what computes them. */
  private static final int FEW = 1 << 11;

  private final AtomicBoolean queued = new AtomicBoolean();
  private final Workload workload;
  private volatile int width;
  private volatile boolean decided;
  private volatile String reason = "";
  private volatile int due = WORTHWHILE;
  private int seen;

  /**
   * A kernel.
   *
   * @param workload what it is tried with
   * @param vectors whether vectors compute before they are known to be faster
   */
  Tier(Workload workload, boolean vectors) {
    this.workload = workload;
    width = vectors ? 0 : PLAIN;
  }

  /** Counts what is about to be computed, and tells what with: a width, or {@link #PLAIN}. */
  int choose(int elements) {
    if (!decided || elements >= FEW) {
      // Threads may lose each other's counts: it is a threshold, nothing more.
      int sum = seen + Math.min(elements, WORTHWHILE);
      seen = Math.min(sum, SELDOM);
      if (sum >= due && queued.compareAndSet(false, true)) {
        WarmUp.enqueue(this);
      }
    }
    return width;
  }

  /** What computes, without counting. */
  int width() {
    return width;
  }

  /** Whether there was a trial. */
  boolean isDecided() {
    return decided;
  }

  /** Why not the widest vectors; empty where it is those. */
  String reason() {
    return reason;
  }

  Workload workload() {
    return workload;
  }

  /** Takes the result of a trial. */
  void decide(int chosen, String why) {
    width = chosen;
    reason = why;
    decided = true;
    seen = 0;
    due = (int) Math.min(SELDOM, (long) due * RARER);
    queued.set(false);
  }
}
