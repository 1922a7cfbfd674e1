package dev.activations.tornado;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.activations.Backend;
import dev.activations.BackendException;
import dev.activations.Backends;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class PropertiesTest {
  /** Whatever is opened, also where no device is: nobody finds out later that it was ignored. */
  @ParameterizedTest
  @CsvSource({
    "activations.breakEven, abc, a whole number from 0",
    "activations.breakEven, -1, a whole number from 0",
    "activations.tornado.block, abc, a whole number from 1",
    "activations.tornado.block, 0, a whole number from 1",
    "activations.tornado.fast, yes, true or false",
  })
  void whatMakesNoSenseIsRefused(String name, String value, String legal) {
    System.setProperty(name, value);
    try {
      assertThatThrownBy(() -> Backends.open("cpu"))
          .isInstanceOf(BackendException.class)
          .hasMessageStartingWith(
              "the system property " + name + " is '" + value + "', expected " + legal);
    } finally {
      System.clearProperty(name);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "activations.breakEven, 0",
    "activations.tornado.block, 1",
    "activations.tornado.fast, true",
  })
  void whatMakesSenseIsNot(String name, String value) {
    System.setProperty(name, value);
    try (Backend backend = Backends.open("cpu")) {
      assertThat(backend.name()).isEqualTo("cpu");
    } finally {
      System.clearProperty(name);
    }
  }
}
