package dev.activations.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BreakEvensTest {
  private static final List<Long> SIZES = List.of(100L, 10_000L, 1_000_000L);

  private static Long meeting(double small, double middle, double large) {
    Map<Long, Double> cpu = Map.of(100L, 1e-6, 10_000L, 1e-4, 1_000_000L, 1e-2);
    Map<Long, Double> device = Map.of(100L, small, 10_000L, middle, 1_000_000L, large);
    return BreakEvens.meeting(SIZES, device, cpu);
  }

  @Test
  void theLinesMeetBetweenTwoSizes() {
    // A call of the device takes 1 ms, whatever its size: the CPU's line is there at 100,000.
    assertThat(meeting(1e-3, 1e-3, 1e-3)).isEqualTo(100_000);
  }

  @Test
  void aDeviceThatIsAlwaysFaster() {
    assertThat(meeting(1e-7, 1e-5, 1e-3)).isEqualTo(100);
  }

  @Test
  void aDeviceThatNeverIs() {
    assertThat(meeting(1e-3, 1e-2, 1e-1)).isNull();
  }

  @Test
  void onlyWhereItStaysFasterCounts() {
    assertThat(meeting(1e-7, 1e-3, 1e-2 / 10)).isEqualTo(100_000);
    assertThat(meeting(1e-7, 1e-5, 1)).isNull();
  }
}
