package dev.activations.tornado;

import dev.activations.DeviceTimes;
import dev.activations.Instruments;
import dev.activations.Tensor;
import java.util.Optional;
import java.util.OptionalLong;

/** What measurements ask of a device. */
final class DeviceInstruments implements Instruments {
  private final TornadoBackend backend;

  DeviceInstruments(TornadoBackend backend) {
    this.backend = backend;
  }

  @Override
  public void copy(Tensor x, Tensor y) {
    backend.copy(x, y);
  }

  @Override
  public Optional<DeviceTimes> profile(Runnable calls) {
    backend.checkOpen();
    return Optional.of(Profiler.profile(calls));
  }

  @Override
  public OptionalLong breakEven() {
    backend.checkOpen();
    return BreakEven.of(backend.session()).elements();
  }
}
