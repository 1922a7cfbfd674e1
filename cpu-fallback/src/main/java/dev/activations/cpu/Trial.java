package dev.activations.cpu;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Runs a kernel on a little data until it is compiled, first with the widest vectors, and measures
 * time and allocation beside plain loops. What is not faster, or allocates, is refused, and
 * narrower vectors are tried.
 */
final class Trial {
  private static final int RUNS = 8;

  /** So often in a row vectors have to be faster, and without an allocation. */
  private static final int TIMES = 3;

  /** No object is smaller: what less than this a run allocates is not the run's. */
  private static final int SMALLEST_OBJECT = 16;

  /** Where nobody tells what is allocated: boxes cost more than half of the gain. */
  private static final int CLEARLY = 2;

  /** Vectors of a cache line lie across two nearly always, so that half of it may be faster. */
  private static final int HALF_LINE = 256;

  /** So many times as long as patience lasts by the clock: the compiler is a thread of many. */
  private static final int BUSY = 10;

  private final Tier tier;
  private final Workload workload;
  private final Meter meter;
  private final boolean tellsBytes;
  private final long patience;
  private final List<String> refusals = new ArrayList<>();
  private String compared = "";
  private long bytes;

  /**
   * A trial.
   *
   * @param tier what gets the result
   * @param meter what tells allocations
   * @param patience nanoseconds for a width to be compiled, of this thread's time; by the clock it
   *     may take ten times as long, where others keep the processors busy
   */
  Trial(Tier tier, Meter meter, long patience) {
    this.tier = tier;
    this.meter = meter;
    this.patience = patience;
    workload = tier.workload();
    tellsBytes = meter.tellsBytes();
  }

  /** Finds what computes from now on. */
  void run() {
    boolean again = tier.isDecided();
    int first = again ? tier.width() : 0;
    if (first == Tier.PLAIN) {
      // The compiler may have been busy with others: everything is tried anew.
      first = 0;
      again = false;
    } else if (!tier.reason().isEmpty()) {
      refusals.add(tier.reason());
    }
    try {
      for (int width = first; width < workload.widths(); width++) {
        if (isAccepted(width)) {
          tier.decide(width, reason());
          if (!again && workload.bits(width) > HALF_LINE && width + 1 < workload.widths()) {
            tryNarrower(width);
          }
          return;
        }
      }
      tier.decide(Tier.PLAIN, reason());
    } finally {
      workload.release();
    }
  }

  private String reason() {
    return String.join(", ", refusals);
  }

  private void refuse(int width, String why) {
    refusals.add(workload.bits(width) + " bits " + why);
  }

  /** What is accepted may be slower still than vectors of half its width. */
  private void tryNarrower(int width) {
    if (isAccepted(width + 1) && isFaster(width + 1, width)) {
      refuse(width, "are slower" + compared);
      tier.decide(width + 1, reason());
    }
  }

  private boolean isFaster(int width, int other) {
    for (int i = 0; i < TIMES; i++) {
      long narrow = time(width);
      long wide = time(other);
      if (narrow * 1.1 >= wide) {
        return false;
      }
      compared = " (" + nanos(wide) + " ns an element, " + workload.bits(width) + " bits ";
      compared += nanos(narrow) + ")";
    }
    return true;
  }

  /** Whether vectors of a width are faster than plain loops and allocate nothing. */
  private boolean isAccepted(int width) {
    try {
      String why = compare(width);
      if (!why.isEmpty()) {
        refuse(width, why);
      }
      return why.isEmpty();
    } catch (RuntimeException | Error failed) {
      // Nobody waits for vectors: others compute.
      refuse(width, "fail: " + failed);
      return false;
    }
  }

  /** Why a width is refused; empty when it is not. */
  private String compare(int width) {
    long start = System.nanoTime();
    long computed = meter.computed();
    long boxing = -1;
    int accepted = 0;
    while (true) {
      long vectors = time(width);
      long allocated = bytes;
      long plain = time(Tier.PLAIN);
      boolean fast = (tellsBytes ? vectors : CLEARLY * vectors) < plain;
      accepted = fast && allocated == 0 ? accepted + 1 : 0;
      if (accepted == TIMES) {
        return "";
      }
      long now = System.nanoTime();
      long spent = meter.computed() - computed;
      // Fast means compiled: what allocates even so does not stop to.
      boxing = !fast || allocated == 0 ? -1 : boxing < 0 ? spent : boxing;
      boolean boxes = boxing >= 0 && spent - boxing > patience / 4;
      if (boxes || spent > patience || now - start > BUSY * patience) {
        String times = " (" + nanos(vectors) + " ns an element, plain loops " + nanos(plain) + ")";
        if (allocated > 0) {
          return "allocate " + allocated + " bytes a run" + times;
        }
        return (tellsBytes ? "are no faster than" : "are not twice as fast as")
            + " plain loops"
            + times;
      }
    }
  }

  private String nanos(long run) {
    return String.format(Locale.ROOT, "%.2f", (double) run / workload.elements());
  }

  /** The least time that a run takes; leaves what one has allocated in {@link #bytes}. */
  private long time(int width) {
    long best = Long.MAX_VALUE;
    long first = meter.allocated();
    long before = meter.allocated();
    for (int i = 0; i < RUNS; i++) {
      long start = System.nanoTime();
      workload.run(width);
      best = Math.min(best, System.nanoTime() - start);
    }
    long own = before - first;
    long each = (meter.allocated() - before - own) / RUNS;
    bytes = each < SMALLEST_OBJECT ? 0 : each;
    return best;
  }
}
