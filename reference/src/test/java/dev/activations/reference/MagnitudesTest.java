package dev.activations.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is drawn has every magnitude, and is the same for the same seed. */
class MagnitudesTest {
  private static final int DRAWS = 20_000;

  @Test
  void everyExponentOfBothSignsIsDrawn() {
    Magnitudes magnitudes = new Magnitudes(1);
    Set<Integer> exponents = new HashSet<>();
    boolean negativeZero = false;
    for (int i = 0; i < DRAWS; i++) {
      float value = magnitudes.finite();
      assertThat(Float.isFinite(value)).isTrue();
      exponents.add(Float.floatToRawIntBits(value) >>> 23);
      negativeZero |= Float.floatToRawIntBits(value) == Integer.MIN_VALUE;
    }
    assertThat(exponents).as("255 of each sign").hasSize(510);
    assertThat(negativeZero).isTrue();
  }

  @Test
  void anythingHasInfinitiesAndNan() {
    float[] values = new Magnitudes(2).anything(DRAWS);
    assertThat(values).contains(Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN);
  }

  @Test
  void scalesReachFromTheLeastSubnormalNumberToTheLargestPower() {
    Magnitudes magnitudes = new Magnitudes(3);
    Set<Double> scales = new HashSet<>();
    for (int i = 0; i < DRAWS; i++) {
      scales.add(magnitudes.scale());
    }
    assertThat(scales).hasSize(277).contains(0x1p-149, 0x1p127);
  }

  @ParameterizedTest
  @EnumSource(Magnitudes.Row.class)
  void rowsAreWhatTheirKindSays(Magnitudes.Row kind) {
    for (int seed = 0; seed < 100; seed++) {
      float[] row = new Magnitudes(seed).row(kind, 9);
      assertThat(row).as("the same for the same seed").isEqualTo(new Magnitudes(seed).row(kind, 9));
      int others = 0;
      for (int i = 0; i < row.length; i++) {
        assertThat(Float.isFinite(row[i])).isTrue();
        switch (kind) {
          case EQUAL -> assertThat(row[i]).isEqualTo(row[0]);
          case OPPOSITE -> assertThat(row[i]).isEqualTo(i % 2 == 0 ? row[0] : -row[0]);
          case ONE_HOT -> others += row[i] == 0 ? 0 : 1;
          default -> others = 0;
        }
      }
      assertThat(others).isLessThanOrEqualTo(1);
    }
    assertThat(new Magnitudes(0).row(kind, 0)).isEmpty();
  }

  @Test
  void logitsLeaveSeveralClassesAShareOrOneAlmostAll() {
    Magnitudes magnitudes = new Magnitudes(4);
    int shared = 0;
    int dominated = 0;
    for (int i = 0; i < 1000; i++) {
      float[] logits = magnitudes.logits(2, 5);
      double top = Double.NEGATIVE_INFINITY;
      for (float x : logits) {
        assertThat(Float.isFinite(x)).isTrue();
        top = Math.max(top, x);
      }
      double sum = 0;
      for (float x : logits) {
        sum += Math.exp((x - top) / 2);
      }
      shared += sum > 1.5 ? 1 : 0;
      dominated += sum < 1.001 ? 1 : 0;
    }
    assertThat(shared).isGreaterThan(200);
    assertThat(dominated).isGreaterThan(200);
    assertThat(magnitudes.logits(1, 0)).isEmpty();
  }

  @Test
  void rowsStandBehindEachOther() {
    assertThat(new Magnitudes(5).rows(3, 4)).hasSize(12);
    assertThat(new Magnitudes(5).rows(3, 4)).isEqualTo(new Magnitudes(5).rows(3, 4));
  }
}
