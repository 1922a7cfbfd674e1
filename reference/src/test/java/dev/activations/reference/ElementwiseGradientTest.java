package dev.activations.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.ErrorBound;
import org.junit.jupiter.api.Test;

/** What a backward may give for a dy of any magnitude, and what it may not. */
class ElementwiseGradientTest {
  private static final float INFINITY = Float.POSITIVE_INFINITY;
  private static final ErrorBound FOUR = ErrorBound.ofUlps(4);

  private static ElementwiseGradient of(double slope, float dy) {
    return new ElementwiseGradient(slope, FOUR, dy);
  }

  @Test
  void theProductWithinTheBoundOfTheDerivative() {
    ElementwiseGradient gradient = of(0.3, 2e20f);
    float exact = (float) (0.3 * 2e20f);
    assertThat(gradient.accepts(exact)).isTrue();
    assertThat(gradient.accepts(exact + 3 * Math.ulp(exact))).isTrue();
    assertThat(gradient.accepts(exact + 9 * Math.ulp(exact))).isFalse();
    assertThat(gradient.accepts(0)).isFalse();
    assertThat(gradient.accepts(Float.NaN)).isFalse();
    assertThat(gradient.accepts(INFINITY)).isFalse();
  }

  @Test
  void aSubnormalDerivativeHasTheDigitsThatItHas() {
    ElementwiseGradient gradient = of(2.2 * Float.MIN_VALUE, 0x1p100f);
    assertThat(gradient.accepts(2 * Float.MIN_VALUE * 0x1p100f)).isTrue();
    assertThat(gradient.accepts(6 * Float.MIN_VALUE * 0x1p100f)).isTrue();
    assertThat(gradient.accepts(8 * Float.MIN_VALUE * 0x1p100f)).isFalse();
  }

  @Test
  void zerosHaveTheSignOfTheProduct() {
    assertThat(of(0, 3).accepts(0f)).isTrue();
    assertThat(of(0, 3).accepts(-0f)).isFalse();
    assertThat(of(0, -3).accepts(-0f)).isTrue();
    assertThat(of(-0.5, 0f).accepts(-0f)).isTrue();
    assertThat(of(-0.5, 0f).accepts(0f)).isFalse();
    assertThat(of(-1e-30, 1e-30f).accepts(-0f)).isTrue();
  }

  @Test
  void whatIsNotFinite() {
    assertThat(of(0.5, INFINITY).accepts(INFINITY)).isTrue();
    assertThat(of(-0.5, INFINITY).accepts(INFINITY)).isFalse();
    assertThat(of(0, INFINITY).accepts(Float.NaN)).isTrue();
    assertThat(of(0, INFINITY).accepts(0)).isFalse();
    assertThat(of(0.5, Float.NaN).accepts(Float.NaN)).isTrue();
    assertThat(of(0.5, Float.NaN).accepts(1)).isFalse();
    // A derivative next to zero may have been rounded to it: then infinity times it is NaN.
    assertThat(of(Float.MIN_VALUE, INFINITY).accepts(Float.NaN)).isTrue();
    assertThat(of(Float.MIN_VALUE, INFINITY).accepts(INFINITY)).isTrue();
    assertThat(of(Float.MIN_VALUE, INFINITY).accepts(0)).isFalse();
  }

  @Test
  void aDerivativeBeyondTheRangeIsInfinite() {
    assertThat(of(1e39, 1).expected()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(of(1e39, 0).expected()).isNaN();
    assertThat(of(Float.MAX_VALUE, 0.5f).accepts(INFINITY)).as("rounded up to it").isTrue();
    assertThat(of(1e37, 0.5f).accepts(INFINITY)).isFalse();
  }

  @Test
  void aFloorIsAbsolute() {
    ElementwiseGradient gradient = new ElementwiseGradient(0, FOUR.orAbsolute(0x1p-20), 4);
    assertThat(gradient.accepted()).isGreaterThanOrEqualTo(0x1p-18);
    assertThat(gradient.accepts(0x1p-19f)).isTrue();
    assertThat(gradient.accepts(0x1p-17f)).isFalse();
  }

  /** The figure is the error of the derivative: what rounding the product does is none. */
  @Test
  void theErrorIsThatOfTheDerivative() {
    double slope = 0.3;
    ElementwiseGradient gradient = of(slope, 2e20f);
    double unit = 2e20f / Ulp.unitsPerOne(slope);
    float rounded = (float) gradient.expected();
    assertThat(gradient.ulps(rounded)).isZero();
    float off = (float) (gradient.expected() + 3 * unit);
    assertThat(gradient.ulps(off)).isBetween(1.5, 4.0);
    assertThat(gradient.accepts(off)).isEqualTo(gradient.ulps(off) <= 4);
    float far = (float) (gradient.expected() + 6 * unit);
    assertThat(gradient.ulps(far)).isBetween(4.5, 7.0);
    assertThat(gradient.accepts(far)).isFalse();
  }
}
