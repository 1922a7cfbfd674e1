package dev.activations.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.measuring.results.BackendRun;
import dev.activations.measuring.results.BreakEvenSize;
import dev.activations.measuring.results.Measurement;
import dev.activations.measuring.results.Times;
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

  private static Measurement measured(String function, int rows, double seconds) {
    Times times = new Times(seconds, seconds, seconds, seconds, 3);
    return new Measurement(
        function, "forward", rows, 1, 8L * rows, null, null, null, null, times, null, null, null,
        null, null);
  }

  private static BackendRun run(String selector, String device, Measurement... results) {
    return new BackendRun(selector, device, selector, Map.of(), null, List.of(), List.of(results));
  }

  /** Of the CPU's kinds of loops the fastest at the largest size is what a device is held to. */
  @Test
  void ofTwoSizesBesideTheFastestCpu() {
    List<BreakEvenSize> found =
        BreakEvens.of(
            List.of(
                run("cpu:plain", "cpu", measured("relu", 100, 1), measured("relu", 10_000, 100)),
                run("cpu:simd", "cpu", measured("relu", 100, 0.5), measured("relu", 10_000, 50)),
                run(
                    "tornado:opencl:0",
                    "gpu",
                    measured("relu", 100, 5),
                    measured("relu", 100, 7), // slower than the one before
                    measured("relu", 10_000, 5),
                    measured("tanh", 100, 5), // the CPU has not been measured with it
                    measured("tanh", 10_000, 5))));
    assertThat(found)
        .containsExactly(
            new BreakEvenSize("tornado:opencl:0", "cpu:simd", "relu", "forward", 1000L));
  }

  @Test
  void oneSizeAndFailuresHaveNone() {
    Measurement failed = Measurement.failed("relu", "forward", 100, 1, 800, "out of memory", null);
    BackendRun cpu = run("cpu:plain", "cpu", measured("relu", 100, 1), measured("relu", 1000, 2));
    BackendRun device = run("tornado", "gpu", failed, measured("relu", 1000, 1));
    assertThat(BreakEvens.of(List.of(cpu, device))).isEmpty();
  }

  @Test
  void neverFasterIsSaid() {
    BackendRun cpu = run("cpu:plain", "cpu", measured("relu", 100, 1), measured("relu", 1000, 2));
    BackendRun device = run("tornado", "gpu", measured("relu", 100, 2), measured("relu", 1000, 3));
    assertThat(BreakEvens.of(List.of(cpu, device)))
        .containsExactly(new BreakEvenSize("tornado", "cpu:plain", "relu", "forward", null));
  }
}
