package dev.activations.tornado;

import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Assumptions;

/** A machine without a device skips the tests of devices, unless the build asks for one. */
final class RequiredDevice {
  /** Whether a build without a device shall fail. */
  static final boolean REQUIRED = Boolean.getBoolean("activations.requireDevice");

  private RequiredDevice() {}

  /** Ends the test where TornadoVM has no device: as skipped, with the reason, or as failed. */
  static void check() {
    Devices.found()
        .obstacle()
        .ifPresent(
            obstacle -> {
              String reason = "no device: " + obstacle.reason() + "; " + obstacle.fix();
              if (REQUIRED) {
                fail(reason + " (-Dactivations.requireDevice asks for one)");
              }
              Assumptions.abort(reason);
            });
  }
}
