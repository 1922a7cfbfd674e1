package dev.activations.measuring.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuantilesTest {
  private static final double NONE = Double.NaN;

  @Test
  void quantiles() {
    assertThat(Quantiles.median(3, 1, 2)).isEqualTo(2);
    assertThat(Quantiles.median(4, 1, 2, 3)).isEqualTo(2.5);
    assertThat(Quantiles.median(NONE, 7, NONE)).isEqualTo(7);
    assertThat(Quantiles.median(NONE)).isNaN();
    assertThat(Quantiles.at(0.25, 1, 2, 3, 4, 5)).isEqualTo(2);
    assertThat(Quantiles.at(0.75, 1, 2, 3, 4)).isEqualTo(3.25);
  }

  @Test
  void timesAreQuantiles() {
    assertThat(Times.of(4, 1, 2, 3)).isEqualTo(new Times(2.5, 1.75, 3.25, 1, 4));
    assertThat(Times.of(7)).isEqualTo(new Times(7, 7, 7, 7, 1));
  }
}
