package dev.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** How a selector finds its backend; the CPU is a stand-in. */
class BackendsTest {
  @Test
  @ResourceLock(Resources.SYSTEM_PROPERTIES)
  void automaticIsTheCpuWithoutADevice() {
    for (String selector : new String[] {"auto", "cpu", "name~STAND-in"}) {
      try (Backend backend = Backends.open(selector)) {
        assertThat(backend.name()).isEqualTo("cpu");
      }
    }
  }

  @Test
  @ResourceLock(Resources.SYSTEM_PROPERTIES)
  void aPropertyOverridesAutomatic() {
    System.setProperty(Backends.PROPERTY, "tornado:opencl:0");
    try {
      assertThatThrownBy(() -> Backends.open("auto"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("tornado:opencl:0")
          .hasMessageContaining("named by " + Backends.PROPERTY);
      Backends.open("cpu").close();
    } finally {
      System.clearProperty(Backends.PROPERTY);
    }
  }

  @Test
  void unknownSelectorsSayWhatThereIs() {
    for (String selector : new String[] {"gpu", "cpu:1", "name~H100", ""}) {
      assertThatThrownBy(() -> Backends.open(selector))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("'" + selector + "'")
          .hasMessageContaining("cpu");
    }
  }

  @Test
  void threadsAreCounted() {
    assertThat(BackendOptions.DEFAULTS.threads()).isPositive();
    assertThat(BackendOptions.DEFAULTS.withThreads(3).threads()).isEqualTo(3);
    assertThatThrownBy(() -> BackendOptions.DEFAULTS.withThreads(0))
        .hasMessage("threads must be in [1, 32767], found 0");
  }

  @Test
  void unusableBackendsCarryTheirFix() {
    BackendInfo info =
        BackendInfo.unusable("gpu", BackendInfo.Device.GPU, "a GPU", "no driver", "install one");
    assertThat(info.isUsable()).isFalse();
    assertThat(info).hasToString("gpu (a GPU): no driver; install one");
  }

  /** A provider that cannot be loaded is listed with the reason; the others work on. */
  @Test
  void aBrokenProviderTakesNobodyElseWithIt() {
    assertThat(Backends.list())
        .anySatisfy(
            info -> {
              assertThat(info.isUsable()).isFalse();
              assertThat(info.reason()).contains("dev.activations.NoSuchProvider");
              assertThat(info.fix()).isNotEmpty();
            })
        .anySatisfy(info -> assertThat(info.selector()).isEqualTo("cpu"));
  }
}
