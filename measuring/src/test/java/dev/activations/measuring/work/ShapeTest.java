package dev.activations.measuring.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeTest {
  @Test
  void whatIsWrittenIsRead() {
    assertThat(Shape.parse("1024x768")).isEqualTo(new Shape(1024, 768)).hasToString("1024x768");
    assertThat(Shape.parse("1024X768")).isEqualTo(new Shape(1024, 768));
    assertThat(new Shape(3, 5).elements()).isEqualTo(15);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1024", "-1x5", "1e3x2", "5x", "12345678901x1"})
  void whatIsNoShapeIsRefused(String text) {
    assertThatThrownBy(() -> Shape.parse("--shapes", text))
        .hasMessage("--shapes takes ROWSxCOLUMNS, such as 1024x768, found '" + text + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x5", "5x0"})
  void whatHasNothingToMeasureIsRefused(String text) {
    assertThatThrownBy(() -> Shape.parse(text))
        .hasMessage("--shape needs at least one row and one column, found '" + text + "'");
  }

  @Test
  void whatNoTensorHoldsIsRefused() {
    assertThatThrownBy(() -> Shape.parse("65536x65536"))
        .hasMessageContaining("at most 2^31 - 9")
        .hasMessageContaining("found 65536 x 65536");
  }
}
