package dev.activations.cpu.plain;

/** Whether Math.fma is an instruction: in software it takes a hundred times as long. */
public final class FusedMultiplyAdd {
  private static final int CALLS = 100;
  private static final int TRIES = 5;

  /** The interpreter takes a tenth of it for the instruction, and ten times it for the software. */
  private static final long SLOW_NANOS = 700;

  private FusedMultiplyAdd() {}

  /** By the clock: no property of a JVM tells. */
  public static boolean isFast() {
    for (int i = 0; i < TRIES; i++) {
      long start = System.nanoTime();
      if (sum() != 0 && System.nanoTime() - start < CALLS * SLOW_NANOS) {
        return true;
      }
    }
    return false;
  }

  private static float sum() {
    float sum = 1;
    for (int i = 0; i < CALLS; i++) {
      sum = Math.fma(sum, 0.5f, 0.7f);
    }
    return sum;
  }
}
