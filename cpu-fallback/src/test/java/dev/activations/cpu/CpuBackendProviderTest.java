package dev.activations.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.BackendInfo;
import dev.activations.BackendOptions;
import dev.activations.Backends;
import dev.activations.RowOperation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The CPU backend as callers find it: by its selector. */
class CpuBackendProviderTest {
  @Test
  void theCpuIsAlwaysThere() {
    assertThat(Backends.list())
        .anySatisfy(
            info -> {
              assertThat(info.selector()).isEqualTo("cpu");
              assertThat(info.device()).isEqualTo(BackendInfo.Device.CPU);
              assertThat(info.isUsable()).isTrue();
              assertThat(info.reason()).isNull();
              assertThat(info.fix()).isNull();
            });
  }

  @Test
  @ResourceLock(Resources.SYSTEM_PROPERTIES)
  void automaticIsTheCpuWithoutADevice() {
    for (String selector : new String[] {"auto", "cpu", "name~pure java"}) {
      try (Backend backend = Backends.open(selector)) {
        assertThat(backend.name()).isEqualTo("cpu");
        assertThat(backend.toString()).contains("pure Java");
      }
    }
  }

  @Test
  void threadsAreCounted() {
    try (Backend backend = Backends.open("cpu", BackendOptions.DEFAULTS.withThreads(3))) {
      assertThat(backend.description()).contains("3 threads");
    }
  }

  @Test
  void theCpuKeepsTheBoundsOfTheCatalogue() {
    try (Backend cpu = Backends.open("cpu")) {
      Activation f = Activation.GELU_ERF;
      assertThat(cpu.bound(f.forward()).ulps()).isEqualTo(f.entry().valueUlps());
      assertThat(cpu.bound(f.derivative()).ulps()).isEqualTo(f.entry().derivativeUlps());
      assertThat(cpu.bound(f.derivative()).floor()).isEqualTo(f.entry().derivativeFloor());
      assertThat(cpu.bound(RowOperation.SOFTMAX.forward()).ulps())
          .isEqualTo(RowOperation.SOFTMAX.entry().ulps());
    }
  }
}
