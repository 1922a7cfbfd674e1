package dev.activations.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What doubles are drawn: all sizes, and the same for the same seed. */
class DoubleMagnitudesTest {
  @Test
  void allSizesAreThere() {
    double[] values = new DoubleMagnitudes(1).finite(20_000);
    assertThat(values).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY);
    assertThat(values).contains(0.0, Double.MAX_VALUE, -Double.MIN_VALUE);
    assertThat(Arrays.stream(values).map(Math::getExponent).distinct().count())
        .as("exponents")
        .isGreaterThan(1900);
    assertThat(Arrays.stream(values).filter(x -> x < 0).count()).isBetween(8000L, 12_000L);
  }

  @Test
  void theSeedDecides() {
    assertThat(new DoubleMagnitudes(3).row(7)).isEqualTo(new DoubleMagnitudes(3).row(7));
    assertThat(new DoubleMagnitudes(3).finite(9)).isNotEqualTo(new DoubleMagnitudes(4).finite(9));
  }

  @Test
  void rowsAreFiniteAndOfAllKinds() {
    DoubleMagnitudes magnitudes = new DoubleMagnitudes(2);
    boolean equal = false;
    boolean opposite = false;
    for (int i = 0; i < 100; i++) {
      double[] row = magnitudes.row(4);
      assertThat(Arrays.stream(row).allMatch(Double::isFinite)).isTrue();
      equal |= row[0] != 0 && row[0] == row[1] && row[1] == row[2];
      opposite |= row[0] != 0 && row[0] == -row[1] && row[1] == -row[2];
    }
    assertThat(equal).isTrue();
    assertThat(opposite).isTrue();
  }

  @Test
  void logitsAreInProportionToTheTemperature() {
    double[] one = new DoubleMagnitudes(5).logits(1, 9);
    double[] scaled = new DoubleMagnitudes(5).logits(0x1p-900, 9);
    for (int i = 0; i < one.length; i++) {
      assertThat(scaled[i]).isEqualTo(one[i] * 0x1p-900);
    }
  }
}
