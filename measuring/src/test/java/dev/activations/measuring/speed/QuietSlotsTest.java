package dev.activations.measuring.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class QuietSlotsTest {
  private static final long MILLI = 1_000_000;

  private final AtomicInteger calls = new AtomicInteger();

  private void call() {
    long end = System.nanoTime() + MILLI;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    calls.incrementAndGet();
  }

  @Test
  void aMeanIsOfCallsThatFillTheTime() {
    long start = System.nanoTime();
    double nanos = Stopwatch.mean(this::call, 5 * MILLI);
    long elapsed = System.nanoTime() - start;
    assertThat(nanos).isBetween((double) MILLI, (double) elapsed / calls.get());
    assertThat(elapsed).isGreaterThanOrEqualTo(5 * MILLI);
    assertThat(Stopwatch.mean(() -> {}, 0)).as("one call at least").isNotNegative();
  }

  @Test
  void warmingUpTakesItsTime() {
    long start = System.nanoTime();
    assertThat(new QuietSlots(3 * MILLI, 0).warmUp(this::call)).isGreaterThanOrEqualTo(MILLI);
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(3 * MILLI);
  }

  @Test
  void aSlotLastsTenMillisecondsBehindItsLead() {
    long start = System.nanoTime();
    Sample sample = new QuietSlots(0, 0).time(this::call);
    assertThat(sample.nanosPerCall()).isGreaterThanOrEqualTo(MILLI);
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(12 * MILLI);
  }
}
