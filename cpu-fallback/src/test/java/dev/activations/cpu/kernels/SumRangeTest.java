package dev.activations.cpu.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SumRangeTest {
  @Test
  void bothEndsBelongToIt() {
    assertThat(SumRange.contains(0.5)).isTrue();
    assertThat(SumRange.contains(Math.nextDown(0.5))).isFalse();
    assertThat(SumRange.contains(0x1p100)).isTrue();
    assertThat(SumRange.contains(Math.nextUp(0x1p100))).isFalse();
    assertThat(SumRange.contains(0)).isFalse();
    assertThat(SumRange.contains(Double.POSITIVE_INFINITY)).isFalse();
    assertThat(SumRange.contains(Double.NaN)).isFalse();
  }

  @Test
  void halfOfASumIsNotShared() {
    assertThat(SumRange.isShared(2, 1)).isFalse();
    assertThat(SumRange.isShared(2, Math.nextDown(1.0))).isTrue();
    assertThat(SumRange.isShared(1, 1)).isFalse();
    assertThat(SumRange.isShared(Double.NaN, 1)).isFalse();
  }

  /** What the range is for: the terms of the smallest sum, and their products, lose no bit. */
  @Test
  void noTermOfASumInRangeOverflows() {
    assertThat((float) SumRange.LARGEST).isFinite();
    assertThat((float) (1 / SumRange.LARGEST)).isGreaterThan(Float.MIN_NORMAL);
    assertThat((float) (1 / SumRange.SMALLEST)).isEqualTo(2f);
  }
}
