package dev.activations.cli.devices;

import dev.activations.Backend;
import dev.activations.BackendInfo;
import dev.activations.Backends;
import dev.activations.measuring.OneLine;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A backend, and what measuring it gave.
 *
 * @param info what it says of itself
 * @param breakEven null where nothing was measured; empty when it is never faster than the CPU
 * @param failure what went wrong while it was measured
 */
record DeviceEntry(BackendInfo info, @Nullable OptionalLong breakEven, @Nullable String failure) {
  /** Sets the break-even of every device, see {@link Backend#breakEven}. */
  static final String PROPERTY = "activations.breakEven";

  static DeviceEntry of(BackendInfo info, boolean measure) {
    if (!measure || !info.isUsable() || info.device() == BackendInfo.Device.CPU) {
      return new DeviceEntry(info, null, null);
    }
    try (Backend backend = Backends.open(info.selector())) {
      return new DeviceEntry(info, backend.breakEven(), null);
    } catch (RuntimeException | LinkageError failure) {
      return new DeviceEntry(info, null, OneLine.of(failure));
    }
  }

  /** Whether the break-even is what somebody says, not what was measured. */
  static boolean isSet() {
    return !System.getProperty(PROPERTY, "").isEmpty();
  }
}
