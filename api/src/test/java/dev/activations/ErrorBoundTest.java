package dev.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ErrorBoundTest {
  @Test
  void saysItsParts() {
    assertThat(ErrorBound.ofUlps(0.51)).hasToString("0.51 ULP");
    assertThat(ErrorBound.ofUlps(3.5).orAbsolute(0x1p-32)).hasToString("3.5 ULP or 2^-32");
    assertThat(ErrorBound.ofUlps(3).orAbsolute(1e-9)).hasToString("3 ULP or 1.0E-9");
    assertThat(ErrorBound.ofUlps(4).orOfTerms(4)).hasToString("4 ULP or 2^-22 of the terms");
  }

  @Test
  void keepsItsOtherParts() {
    ErrorBound all = ErrorBound.ofUlps(1).orOfTerms(2).orAbsolute(3).orOfTerms(4);
    assertThat(all.ulps()).isEqualTo(1);
    assertThat(all.floor()).isEqualTo(3);
    assertThat(all.condition()).isEqualTo(4);
  }

  @Test
  void refusesWhatIsNoBound() {
    for (double wrong : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> ErrorBound.ofUlps(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("found " + wrong);
    }
  }
}
