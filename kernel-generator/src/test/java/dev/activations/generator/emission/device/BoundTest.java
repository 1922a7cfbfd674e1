package dev.activations.generator.emission.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "4, 4",
    "10, 10",
    "0.51, 0.51",
    "2.50, 2.5",
    "2.3283064365386963E-10, 0x1p-32",
    "3.4924596548080444E-10, 0x1.8p-32"
  })
  void numbersAreWrittenAsByHand(double value, String text) {
    assertThat(Bound.number(value)).isEqualTo(text);
    assertThat(Double.parseDouble(text)).as("and mean the same").isEqualTo(value);
  }

  @Test
  void aFloorIsNamedWhereThereIsOne() {
    assertThat(new Bound(1.5, 0).words()).isEqualTo("1.5 ULP");
    assertThat(new Bound(3, 0x1p-32).words()).isEqualTo("3 ULP, or 0x1p-32 absolute");
  }
}
