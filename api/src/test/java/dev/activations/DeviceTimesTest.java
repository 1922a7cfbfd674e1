package dev.activations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeviceTimesTest {
  @Test
  void everyPartIsAdded() {
    DeviceTimes times =
        new DeviceTimes(1, 20, 300, 4000, 50_000).plus(new DeviceTimes(2, 30, 400, 5000, 60_000));

    assertThat(times.kernels()).isEqualTo(3);
    assertThat(times.copyIn()).isEqualTo(50);
    assertThat(times.copyOut()).isEqualTo(700);
    assertThat(times.toSource()).isEqualTo(9000);
    assertThat(times.byDriver()).isEqualTo(110_000);
    assertThat(times)
        .hasToString("kernels 3 ns, in 50 ns, out 700 ns, compiled in 9000 + 110000 ns");
  }
}
