package dev.activations.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * What is faster than plain loops and allocates nothing is chosen, and everything else by name
 * refused.
 */
class TierTest {
  /** More than is computed before vectors are worth while. */
  private static final int MUCH = 1 << 22;

  private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(400);

  /** What was measured, behind the reason. */
  private static final String TIMES =
      " \\(\\d+\\.\\d\\d ns an element, plain loops \\d+\\.\\d\\d\\)";

  /** A kernel of 512, 256 and 128 bits: how long a run takes with each, and what it allocates. */
  private static final class Pretended implements Workload {
    private static final int PLAIN_MICROS = 200;

    private final int[] micros;
    private final int[] bytes;
    private boolean isFailing;
    private int runs;
    private boolean isReleased;
    private byte[] kept = {};

    Pretended(int[] micros, int[] bytes) {
      this.micros = micros;
      this.bytes = bytes;
    }

    @Override
    public String name() {
      return "pretended";
    }

    @Override
    public int elements() {
      return 1000;
    }

    @Override
    public int widths() {
      return micros.length;
    }

    @Override
    public int bits(int width) {
      return 512 >> width;
    }

    @Override
    public void run(int width) {
      int takes = PLAIN_MICROS;
      if (width != Tier.PLAIN) {
        if (isFailing && width == 0) {
          throw new LinkageError("no such vectors");
        }
        runs++;
        takes = micros[width];
        if (bytes[width] > 0) {
          kept = new byte[bytes[width]];
        }
      }
      // Computes, as a kernel does: the time of the thread is what counts.
      long end = System.nanoTime() + TimeUnit.MICROSECONDS.toNanos(takes);
      while (System.nanoTime() < end) {
        Thread.onSpinWait();
      }
    }

    @Override
    public void release() {
      isReleased = true;
      kept = new byte[0];
    }
  }

  private static Tier tried(Workload workload, Meter meter) {
    Tier tier = new Tier(workload, false);
    new Trial(tier, meter, PATIENCE).run();
    return tier;
  }

  private static Tier tried(int[] micros, int[] bytes) {
    return tried(new Pretended(micros, bytes), Meter.THIS_JVM);
  }

  @Test
  void vectorsThatAreFasterTakeOver() {
    Pretended workload = new Pretended(new int[] {20, 40, 60}, new int[3]);
    Tier tier = tried(workload, Meter.THIS_JVM);
    assertThat(tier.choose(1)).isZero();
    assertThat(tier.reason()).isEmpty();
    assertThat(workload.isReleased).isTrue();
    assertThat(workload.kept).isEmpty();
  }

  @Test
  void vectorsThatAllocateAreRefusedAndNarrowerOnesTaken() {
    Tier tier = tried(new int[] {20, 40, 60}, new int[] {4096, 0, 0});
    assertThat(tier.width()).isEqualTo(1);
    assertThat(tier.reason()).matches("512 bits allocate 4\\d\\d\\d bytes a run" + TIMES);
  }

  @Test
  void theWidestThatAllocatesNothingIsTaken() {
    Tier tier = tried(new int[] {20, 40, 60}, new int[] {4096, 64, 0});
    assertThat(tier.width()).isEqualTo(2);
    assertThat(tier.reason()).contains("512 bits allocate", "256 bits allocate");
  }

  @Test
  void vectorsThatAllocateInEveryWidthLeavePlainLoops() {
    Tier tier = tried(new int[] {20, 40, 60}, new int[] {4096, 64, 64});
    assertThat(tier.width()).isEqualTo(Tier.PLAIN);
    assertThat(tier.reason())
        .contains("512 bits allocate", "256 bits allocate", "128 bits allocate");
  }

  @Test
  void vectorsThatDawdleAreRefused() {
    Tier tier = tried(new int[] {400, 400, 40}, new int[3]);
    assertThat(tier.width()).isEqualTo(2);
    assertThat(tier.reason())
        .matches(
            "512 bits are no faster than plain loops"
                + TIMES
                + ", 256 bits are no faster than plain loops"
                + TIMES);
  }

  @Test
  void aCacheLineThatIsSlowerThanHalfOfItIsRefused() {
    Tier tier = tried(new int[] {100, 20, 20}, new int[3]);
    assertThat(tier.width()).isEqualTo(1);
    assertThat(tier.reason())
        .matches("512 bits are slower \\(\\d+\\.\\d\\d ns an element, 256 bits \\d+\\.\\d\\d\\)");
  }

  @Test
  void whereNobodyTellsAllocationsVectorsHaveToBeClearlyFaster() {
    Workload close = new Pretended(new int[] {150, 150, 150}, new int[3]);
    assertThat(tried(close, Meter.NOTHING).width()).isEqualTo(Tier.PLAIN);
    Workload clear = new Pretended(new int[] {20, 20, 20}, new int[3]);
    assertThat(tried(clear, Meter.NOTHING).width()).isZero();
  }

  @Test
  void vectorsThatFailAreRefused() {
    Pretended broken = new Pretended(new int[] {20, 20, 20}, new int[3]);
    broken.isFailing = true;
    Tier tier = tried(broken, Meter.THIS_JVM);
    assertThat(tier.width()).isEqualTo(1);
    assertThat(tier.reason()).contains("512 bits fail", "no such vectors");
    assertThat(broken.isReleased).isTrue();
  }

  @Test
  void whatBeginsToAllocateIsRefusedByALaterTrial() {
    Pretended workload = new Pretended(new int[] {20, 40, 60}, new int[3]);
    Tier tier = tried(workload, Meter.THIS_JVM);
    assertThat(tier.width()).isZero();
    workload.bytes[0] = 4096;
    new Trial(tier, Meter.THIS_JVM, PATIENCE).run();
    assertThat(tier.width()).isEqualTo(1);
    assertThat(tier.reason()).contains("512 bits allocate");
  }

  /** The compiler may have been busy, so that nothing was fast when it was tried. */
  @Test
  void whatWasRefusedInEveryWidthIsTriedAgain() throws InterruptedException {
    Pretended workload = new Pretended(new int[] {400, 400, 400}, new int[3]);
    Tier tier = tried(workload, Meter.THIS_JVM);
    assertThat(tier.width()).isEqualTo(Tier.PLAIN);
    Arrays.fill(workload.micros, 20);
    for (int i = 0; i < 16; i++) {
      assertThat(tier.choose(MUCH)).isEqualTo(Tier.PLAIN);
    }
    WarmUp.await();
    assertThat(tier.width()).isZero();
    assertThat(tier.reason()).isEmpty();
  }

  /** However much is computed: between two trials lie a thousand million elements. */
  @Test
  void trialsBecomeRare() throws InterruptedException {
    Pretended workload = new Pretended(new int[] {20}, new int[1]);
    Tier tier = new Tier(workload, false);
    int trials = 0;
    for (int i = 0; i < 600; i++) {
      int runs = workload.runs;
      tier.choose(MUCH);
      WarmUp.await();
      trials += workload.runs > runs ? 1 : 0;
    }
    assertThat(trials).as("after 1, 16 + 1, 256 + 17 and 529 times as much").isEqualTo(4);
  }

  /** Vectors from the first call on, where they were asked for, but no longer than to the trial. */
  @Test
  void aPathThatWasNamedTakesVectorsAtOnce() {
    Tier tier = new Tier(new Pretended(new int[] {20, 40, 60}, new int[] {4096, 0, 0}), true);
    assertThat(tier.choose(1)).isZero();
    new Trial(tier, Meter.THIS_JVM, PATIENCE).run();
    assertThat(tier.choose(1)).isEqualTo(1);
  }

  @Test
  void muchHasToBeComputedFirst() throws InterruptedException {
    Pretended workload = new Pretended(new int[] {20}, new int[1]);
    Tier tier = new Tier(workload, false);
    for (int i = 0; i < 63; i++) {
      assertThat(tier.choose(MUCH / 64)).isEqualTo(Tier.PLAIN);
    }
    assertThat(workload.runs).isZero();
    tier.choose(MUCH / 64);
    WarmUp.await();
    assertThat(tier.choose(0)).isZero();
    assertThat(workload.runs).isPositive();
  }

  @Test
  void theFactsNameWhatWasRefusedAndWhy() {
    Choices choices = new Choices();
    choices.add(tried(new int[] {20, 40, 60}, new int[] {4096, 0, 0}));
    assertThat(CpuFacts.of(Path.of("absent"), 512, choices).get("kernels"))
        .matches(
            "0 of 1 that were tried with the widest vectors;"
                + " pretended: vectors of 256 bits, as 512 bits allocate 4\\d\\d\\d bytes a run"
                + TIMES);
  }
}
