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
        .hasMessage(
            NAME
                + " is a whole number from 1 to 9223372036854775807, such as 100000, found '"
                + value
                + "'");
    assertThatThrownBy(() -> SystemProperty.isTrue(NAME))
        .hasMessageContaining(" is true or false, found ");
    assertThatThrownBy(() -> SystemProperty.choice(NAME, "a", "b"))
        .hasMessage(NAME + " is a or b, found '" + value + "'");
  }
}
