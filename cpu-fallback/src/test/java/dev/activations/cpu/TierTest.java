package dev.activations.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Vectors take over when they are known to be faster, and not before. */
class TierTest {
  /** More than is computed before vectors are worth while. */
  private static final int MUCH = 1 << 22;

  private static final long ONE_SECOND = TimeUnit.SECONDS.toNanos(1);

  /** Sleeps where the plain loops, or the vectors, would compute. */
  private static final class Pretended implements WarmUp.Workload {
    final AtomicInteger plain = new AtomicInteger();
    final AtomicInteger vectors = new AtomicInteger();
    volatile boolean released;

    private final int fast;
    private final int slow;

    /** Vectors are faster so many times in a row, then slower so many times, and so on. */
    Pretended(int fast, int slow) {
      this.fast = fast;
      this.slow = slow;
    }

    @Override
    public void run(boolean simd) {
      // Eight runs of each are one comparison.
      int comparison = (simd ? vectors : plain).getAndIncrement() / 8;
      boolean vectorsAreFast = comparison % (fast + slow) < fast;
      if (simd != vectorsAreFast) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
      }
    }

    @Override
    public void release() {
      released = true;
    }
  }

  @Test
  void vectorsThatAreFasterTakeOver() {
    Pretended workload = new Pretended(1, 0);
    Tier tier = new Tier(workload, false);
    assertThat(tier.takesVectors(1)).isFalse();
    WarmUp.warm(tier, 60 * ONE_SECOND);
    assertThat(tier.takesVectors(1)).isTrue();
    assertThat(workload.released).isTrue();
  }

  @Test
  void vectorsThatAreSlowerNeverDo() {
    Pretended workload = new Pretended(0, 1);
    Tier tier = new Tier(workload, false);
    WarmUp.warm(tier, ONE_SECOND / 10);
    assertThat(workload.vectors.get()).isPositive();
    assertThat(tier.takesVectors(1)).isFalse();
    assertThat(workload.released).isTrue();
  }

  /** Once or twice may be chance. */
  @Test
  void vectorsThatAreFasterNowAndThenNeverDo() {
    Pretended workload = new Pretended(2, 1);
    Tier tier = new Tier(workload, false);
    WarmUp.warm(tier, ONE_SECOND);
    assertThat(workload.vectors.get()).isGreaterThanOrEqualTo(8);
    assertThat(tier.takesVectors(1)).isFalse();
  }

  @Test
  void vectorsThatFailLeavePlainLoops() {
    AtomicInteger released = new AtomicInteger();
    WarmUp.Workload broken =
        new WarmUp.Workload() {
          @Override
          public void run(boolean vectors) {
            throw new LinkageError("no such vectors");
          }

          @Override
          public void release() {
            released.incrementAndGet();
          }
        };
    Tier tier = new Tier(broken, false);
    WarmUp.warm(tier, ONE_SECOND);
    assertThat(tier.takesVectors(1)).isFalse();
    assertThat(released).hasValue(1);
  }

  @Test
  void muchHasToBeComputedFirst() throws InterruptedException {
    Pretended workload = new Pretended(1, 0);
    Tier tier = new Tier(workload, false);
    for (int i = 0; i < 63; i++) {
      assertThat(tier.takesVectors(MUCH / 64)).isFalse();
    }
    assertThat(workload.vectors).hasValue(0);
    tier.takesVectors(MUCH / 64);
    // Other kernels of this JVM may be before it.
    long deadline = System.nanoTime() + 300 * ONE_SECOND;
    while (!tier.takesVectors(MUCH) && System.nanoTime() < deadline) {
      Thread.sleep(5);
    }
    assertThat(tier.takesVectors(0)).isTrue();
    assertThat(workload.vectors).as("runs, of a tier that waited once").hasValue(3 * 8);
  }

  @Test
  void aPathThatWasNamedTakesVectorsAtOnce() {
    Pretended workload = new Pretended(1, 0);
    Tier tier = new Tier(workload, true);
    assertThat(tier.takesVectors(1)).isTrue();
    assertThat(tier.takesVectors(MUCH)).isTrue();
    assertThat(workload.vectors).hasValue(0);
  }
}
