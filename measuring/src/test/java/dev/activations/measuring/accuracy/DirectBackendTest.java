package dev.activations.measuring.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.activations.Backend;
import dev.activations.BackendOptions;
import org.junit.jupiter.api.Test;

class DirectBackendTest {
  @Test
  void whatAutoTakesIsOpenedByItsName() {
    try (Backend backend = DirectBackend.open("auto", BackendOptions.DEFAULTS)) {
      assertThat(backend.name()).isEqualTo("cpu");
    }
    try (Backend backend = DirectBackend.open("cpu", BackendOptions.DEFAULTS)) {
      assertThat(backend.name()).isEqualTo("cpu");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DirectBackend.open("nobody", BackendOptions.DEFAULTS))
        .withMessageContaining("nobody");
  }
}
