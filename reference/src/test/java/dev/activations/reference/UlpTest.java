package dev.activations.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class UlpTest {
  private static final double NONE = Double.POSITIVE_INFINITY;

  @Test
  void countsFloatsAtTheTrueValue() {
    assertThat(Ulp.error(1f, 1)).isZero();
    assertThat(Ulp.error(Math.nextUp(1f), 1)).isEqualTo(1);
    // Below a power of two the spacing is half of that above.
    assertThat(Ulp.error(1f, 1 - 0x1p-25)).isEqualTo(0.5);
    assertThat(Ulp.error(Math.nextUp(1f), 1 - 0x1p-30)).isCloseTo(2, within(0.02));
    assertThat(Ulp.error(Float.MIN_VALUE, 0x1p-150)).isEqualTo(0.5);
    assertThat(Ulp.error(0f, 0x1p-150)).isEqualTo(0.5);
    assertThat(Ulp.error(1f, 1e-300)).isEqualTo(0x1p149);
    assertThat(Ulp.error(Float.MAX_VALUE, 0x1.fffffefp127)).isEqualTo(15 / 32.0);
  }

  @Test
  void whatIsNoFiniteNumberIsRightOrWrong() {
    float infinity = Float.POSITIVE_INFINITY;
    assertThat(Ulp.error(Float.NaN, Double.NaN)).isZero();
    assertThat(Ulp.error(0f, Double.NaN)).isEqualTo(NONE);
    assertThat(Ulp.error(Float.NaN, 0)).isEqualTo(NONE);
    assertThat(Ulp.error(infinity, Double.POSITIVE_INFINITY)).isZero();
    assertThat(Ulp.error(-infinity, Double.POSITIVE_INFINITY)).isEqualTo(NONE);
    assertThat(Ulp.error(infinity, 1e39)).isZero();
    assertThat(Ulp.error(Float.MAX_VALUE, 1e39)).isEqualTo(NONE);
    assertThat(Ulp.error(infinity, Float.MAX_VALUE)).isEqualTo(NONE);
  }

  @Test
  void aZeroHasASign() {
    assertThat(Ulp.error(0f, 0.0)).isZero();
    assertThat(Ulp.error(-0f, -0.0)).isZero();
    assertThat(Ulp.error(-0f, 0.0)).isEqualTo(NONE);
    assertThat(Ulp.error(0f, -0.0)).isEqualTo(NONE);
    assertThat(Ulp.error(Float.MIN_VALUE, 0.0)).isEqualTo(NONE);
    // No zero: which of the two zeros it is rounded to is a matter of half an ulp.
    assertThat(Ulp.error(0f, -1e-60)).isCloseTo(0, within(1e-10));
  }

  /** The fast way and the exact one are one figure wherever a double is the true value. */
  @Test
  void agreesWithReferenceValue() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 20_000; i++) {
      float near = Float.intBitsToFloat(random.nextInt());
      double expected = near * (1 + (random.nextDouble() - 0.5) * 0x1p-20);
      if (Math.abs(expected) <= Float.MAX_VALUE) {
        assertThat(Ulp.error(near, expected))
            .as("%s for %s", near, expected)
            .isEqualTo(ReferenceValue.of(new BigDecimal(expected)).errorInUlps(near));
      }
    }
  }
}
