package dev.activations.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneLineTest {
  @Test
  void aMessageIsOneLineInWhichAllIsSeen() {
    assertThat(OneLine.of(new IllegalStateException("on \r\n  fire"))).isEqualTo("on fire");
    assertThat(OneLine.of(new IllegalStateException()))
        .isEqualTo("java.lang.IllegalStateException");
    assertThat(OneLine.of("a\tb\u001b[31m\u202e")).isEqualTo("a\\tb\\x1b[31m\\u202e");
    assertThat(OneLine.visible("a\r\nb")).isEqualTo("a\\r\\nb");
    assertThat(OneLine.of("größer ≤ 2")).isEqualTo("größer ≤ 2");
  }
}
