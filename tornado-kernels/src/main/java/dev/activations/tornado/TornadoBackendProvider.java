package dev.activations.tornado;

import dev.activations.Backend;
import dev.activations.BackendException;
import dev.activations.BackendInfo;
import dev.activations.BackendOptions;
import dev.activations.BackendProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Brings the devices of TornadoVM: {@code tornado} is the first GPU, or else the first device;
 * {@code tornado:opencl:0} is device 0 of the OpenCL backend, {@code tornado:opencl} the same. In a
 * JVM without TornadoVM it says why, and touches no class of it.
 */
public final class TornadoBackendProvider implements BackendProvider {
  static final String FAMILY = "tornado";

  /** For the service loader. */
  public TornadoBackendProvider() {}

  @Override
  public String family() {
    return FAMILY;
  }

  @Override
  public List<BackendInfo> list() {
    Optional<Installation.Obstacle> obstacle = obstacle();
    if (obstacle.isPresent()) {
      return List.of(unusable(obstacle.get()));
    }
    List<BackendInfo> all = new ArrayList<>();
    for (Device device : Devices.found().all()) {
      all.add(
          BackendInfo.usable(
              device.selector(), device.kind(), device.description(), device.facts()));
    }
    return all;
  }

  @Override
  public void checkProperties() {
    Properties.check();
  }

  @Override
  public Backend open(String selector, BackendOptions options) {
    obstacle()
        .ifPresent(
            obstacle -> {
              throw refused(selector, obstacle);
            });
    Devices devices = Devices.found();
    String wanted = selector.toLowerCase(Locale.ROOT);
    Device device =
        devices
            .named(wanted)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        String.format(
                            Locale.ROOT,
                            "no device is called '%s': there are %s",
                            selector,
                            devices.all().stream()
                                .map(Device::selector)
                                .collect(Collectors.joining(", ")))));
    return TornadoBackend.open(device, options);
  }

  /** What keeps all devices from being used: the first that is in the way. */
  private static Optional<Installation.Obstacle> obstacle() {
    if (!Installation.isStarted()) {
      return Optional.of(Installation.ofThisJvm().obstacle());
    }
    return Installation.foreignLetters()
        .or(Linkage::ofThisJvm)
        .or(() -> Devices.found().obstacle());
  }

  private static BackendInfo unusable(Installation.Obstacle obstacle) {
    return BackendInfo.unusable(
        FAMILY, BackendInfo.Device.GPU, "TornadoVM devices", obstacle.reason(), obstacle.fix());
  }

  private static BackendException refused(String selector, Installation.Obstacle obstacle) {
    return new BackendException(
        selector + " cannot be used: " + obstacle.reason() + "; " + obstacle.fix(), null);
  }
}
