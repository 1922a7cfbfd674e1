package dev.activations.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private static final ProgressLine MILLIONS = new ProgressLine(" M", 1_000_000);

  @Test
  void bothTimesHaveNames() {
    assertThat(MILLIONS.line("apply", 250_000_000, 1_000_000_000, Duration.ofSeconds(65), "", 80))
        .startsWith("apply  25% [=====")
        .endsWith(" ] 250/1000 M, 0:01:05 elapsed, 0:03:15 left")
        .hasSize(80);
  }

  @Test
  void atTheStartNobodyKnowsHowLong() {
    assertThat(new ProgressLine("", 1).line("bench", 0, 7, Duration.ZERO, "cpu relu", 70))
        .contains("] 0/7, 0:00:00 elapsed, ? left cpu relu")
        .hasSize(70);
  }

  @Test
  void aNarrowTerminalGetsItsStart() {
    assertThat(MILLIONS.line("apply", 7, 7, Duration.ofHours(30), "", 20))
        .isEqualTo("apply 100% [===] 0/0");
    assertThat(MILLIONS.line("apply", 0, 0, Duration.ZERO, "", 0)).isEmpty();
  }
}
