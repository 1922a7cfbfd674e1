package dev.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class SystemPropertyTest {
  private static final String NAME = "activations.test.property";

  @AfterEach
  void clear() {
    System.clearProperty(NAME);
  }

  @Test
  void whatIsLegalIsRead() {
    assertThat(SystemProperty.count(NAME, 0)).isEmpty();
    assertThat(SystemProperty.isTrue(NAME)).isFalse();
    assertThat(SystemProperty.choice(NAME, "a", "b")).isEmpty();
    System.setProperty(NAME, "");
    assertThat(SystemProperty.count(NAME, 0)).isEmpty();
    System.setProperty(NAME, " 5000 ");
    assertThat(SystemProperty.count(NAME, 0)).hasValue(5000);
    System.setProperty(NAME, "True");
    assertThat(SystemProperty.isTrue(NAME)).isTrue();
    System.setProperty(NAME, "false");
    assertThat(SystemProperty.isTrue(NAME)).isFalse();
    System.setProperty(NAME, "b");
    assertThat(SystemProperty.choice(NAME, "a", "b")).hasValue("b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "-1", "1e6", "0", "1.5", "99999999999999999999", "1_000"})
  void whatIsNotIsRefusedInOneLine(String value) {
    System.setProperty(NAME, value);
    assertThatThrownBy(() -> SystemProperty.count(NAME, 1))
        .isInstanceOf(BackendException.class)
        .hasMessageStartingWith(
            "the system property "
                + NAME
                + " is '"
                + value
                + "', expected a whole number from 1 to 9223372036854775807");
    assertThatThrownBy(() -> SystemProperty.isTrue(NAME)).hasMessageEndingWith("true or false");
    assertThatThrownBy(() -> SystemProperty.choice(NAME, "a", "b"))
        .hasMessageEndingWith("expected one of a, b");
  }

  @Test
  void aPropertyOfALoopThatIsNotUsedIsRefusedToo() {
    System.setProperty("activations.cpu.vectorBits", "100");
    try {
      assertThatThrownBy(() -> Backends.open("cpu"))
          .hasMessageContaining("activations.cpu.vectorBits is '100', expected one of 64, 128");
    } finally {
      System.clearProperty("activations.cpu.vectorBits");
    }
  }
}
