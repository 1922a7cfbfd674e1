package dev.activations.benchmarks.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeTest {
  @Test
  void whatIsWrittenIsRead() {
    assertThat(Shape.parse("1024x768")).isEqualTo(new Shape(1024, 768)).hasToString("1024x768");
    assertThat(new Shape(3, 5).elements()).isEqualTo(15);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1024", "0x5", "5x0", "-1x5", "1024X768", "65536x65536", "1e3x2"})
  void whatIsNoShapeIsRefused(String text) {
    assertThatThrownBy(() -> Shape.parse(text)).hasMessageContaining("1024x768; found " + text);
  }
}
