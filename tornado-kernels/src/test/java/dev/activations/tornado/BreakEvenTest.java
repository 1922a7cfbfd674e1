package dev.activations.tornado;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Where the lines of two backends meet. */
class BreakEvenTest {
  private static final double SMALL = 1 << 12;
  private static final double LARGE = 1 << 20;

  private static OptionalLong meeting(double cpuStart, double cpu, double start, double slope) {
    return BreakEven.meeting(
        cpuStart + cpu * SMALL,
        cpuStart + cpu * LARGE,
        start + slope * SMALL,
        start + slope * LARGE);
  }

  @Test
  void aDeviceThatStartsLateAndIsFastPaysFromSomeSizeOn() {
    assertThat(meeting(0, 2e-9, 1e-4, 1e-9).getAsLong()).isBetween(99_990L, 100_010L);
  }

  @Test
  void aDeviceThatIsSlowerPerElementNeverPays() {
    assertThat(meeting(0, 1e-9, 1e-4, 2e-9)).isEmpty();
  }

  @Test
  void aDeviceThatStartsSoonerAlwaysPays() {
    assertThat(meeting(1e-4, 2e-9, 1e-5, 1e-9)).hasValue(0);
  }
}
