package dev.activations.cpu;

import dev.activations.Backend;
import dev.activations.BackendException;
import dev.activations.BackendInfo;
import dev.activations.BackendOptions;
import dev.activations.BackendProvider;
import dev.activations.SystemProperty;
import java.util.Collections;
import java.util.List;

/** Brings the CPU backend, which can be used everywhere. */
public final class CpuBackendProvider implements BackendProvider {
  /** Called by name, since service files get lost where jars are merged. */
  public CpuBackendProvider() {}

  @Override
  public String family() {
    return CpuBackend.NAME;
  }

  @Override
  public void checkProperties() {
    // Read where there are vectors only; it makes no sense elsewhere either.
    SystemProperty.choice("activations.cpu.vectorBits", "64", "128", "256", "512");
  }

  @Override
  public List<BackendInfo> list() {
    try {
      checkProperties();
    } catch (BackendException refused) {
      return Collections.singletonList(unusable(refused));
    }
    try (CpuBackend cpu = CpuBackend.open()) {
      return Collections.singletonList(
          BackendInfo.usable(
              CpuBackend.NAME, BackendInfo.Device.CPU, cpu.description(), CpuFacts.ofThisJvm()));
    } catch (BackendException refused) {
      return Collections.singletonList(unusable(refused));
    }
  }

  private static BackendInfo unusable(BackendException refused) {
    return BackendInfo.unusable(
        CpuBackend.NAME,
        BackendInfo.Device.CPU,
        "pure Java",
        String.valueOf(refused.getMessage()),
        "correct the system property, or leave it out");
  }

  @Override
  public Backend open(String selector, BackendOptions options) {
    if (!selector.equals(CpuBackend.NAME)) {
      throw new IllegalArgumentException(
          "no backend is called '" + selector + "': the CPU backend is 'cpu'");
    }
    return CpuBackend.open(options);
  }

  @Override
  public Backend shared() {
    return CpuBackend.shared();
  }
}
