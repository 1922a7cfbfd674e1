package dev.activations.tornado;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code -Dactivations.requireDevice=true} is a promise that the tests ran on a device. */
@Tag("simulator")
class RequiredDeviceTest {
  @Test
  void aBuildThatAsksForADeviceRunsTheTestsOnOne() {
    assertThat(RequiredDevice.REQUIRED && Boolean.getBoolean("tornado.skip"))
        .as(
            "-Dactivations.requireDevice asks for a device, and none can be started here: %s",
            Installation.ofThisJvm()
                .unfit()
                .map(Installation.Obstacle::reason)
                .orElse("tornado.skip"))
        .isFalse();
  }
}
