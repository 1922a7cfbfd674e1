package dev.activations.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ReferenceValueTest {
  private static final double NONE = Double.POSITIVE_INFINITY;

  private static ReferenceValue value(String text) {
    return ReferenceValue.of(new BigDecimal(text));
  }

  private static ReferenceValue value(double number) {
    return ReferenceValue.of(new BigDecimal(number));
  }

  @Test
  void isTheSumOfTwoDoubles() {
    ReferenceValue third = value("0.333333333333333333333333333333333333");
    assertThat(third.hi()).isEqualTo(1.0 / 3);
    assertThat(third.lo()).isEqualTo(1.850371707708594e-17);
    assertThat(third).hasToString("0.333333333333333333333333333333");
  }

  @Test
  void countsFloatsAtTheValue() {
    assertThat(value("1").errorInUlps(1f)).isZero();
    assertThat(value("1").errorInUlps(Math.nextUp(1f))).isEqualTo(1);
    // Below a power of two the spacing is half of that above.
    assertThat(ReferenceValue.of(new BigDecimal("0.99999999999999999999999999")).errorInUlps(1f))
        .isLessThan(1e-17);
    assertThat(value(1 - 0x1p-25).errorInUlps(1f)).isEqualTo(0.5);
    assertThat(value("0.99999999999999999999999999").errorInUlps(Math.nextUp(1f)))
        .isBetween(1.99, 2.01);
    assertThat(value(0x1p-150).errorInUlps(Float.MIN_VALUE)).isEqualTo(0.5);
    assertThat(value(0x1p-150).errorInUlps(0f)).isEqualTo(0.5);
    assertThat(value("0").errorInUlps(-Float.MIN_VALUE)).isEqualTo(1);
    assertThat(value("1e-500").errorInUlps(1f)).isEqualTo(0x1p149);
  }

  @Test
  void countsDoublesAtTheValue() {
    assertThat(value("1").errorInUlps(Math.nextUp(1.0))).isEqualTo(1);
    assertThat(value("0.99999999999999999999999999").errorInUlps(Math.nextUp(1.0)))
        .isBetween(1.99, 2.01);
    assertThat(value("0").errorInUlps(Double.MIN_VALUE)).isEqualTo(1);
    assertThat(value("1e-400").errorInUlps(0.0)).isLessThan(1e-70);
    BigDecimal half = new BigDecimal(Double.MIN_VALUE).divide(BigDecimal.valueOf(2));
    assertThat(ReferenceValue.of(half).errorInUlps(Double.MIN_VALUE)).isEqualTo(0.5);
    assertThat(value(1e308).errorInUlps(Math.nextUp(1e308))).isEqualTo(1);
  }

  @Test
  void distancesHaveNoUnit() {
    assertThat(value("1e-9").distance(3e-9f)).isCloseTo(2e-9, within(1e-16));
    BigDecimal belowOne = BigDecimal.ONE.subtract(new BigDecimal(Math.scalb(1.0, -60)));
    assertThat(ReferenceValue.of(belowOne).distance(1f)).isEqualTo(0x1p-60);
    assertThat(value("0").distance(-Float.MIN_VALUE)).isEqualTo(0x1p-149);
    assertThat(value("1").distance(Float.NaN)).isEqualTo(NONE);
    assertThat(value("1e400").distance(Float.POSITIVE_INFINITY)).isEqualTo(NONE);
  }

  @Test
  void anInfinityIsRightOnlyBeyondTheLargest() {
    double halfway = 0x1.ffffffp127;
    assertThat(value(halfway).errorInUlps(Float.POSITIVE_INFINITY)).isZero();
    assertThat(value(Math.nextDown(halfway)).errorInUlps(Float.POSITIVE_INFINITY)).isEqualTo(NONE);
    assertThat(ReferenceValue.of(new BigDecimal(halfway).subtract(BigDecimal.ONE)))
        .satisfies(v -> assertThat(v.errorInUlps(Float.POSITIVE_INFINITY)).isEqualTo(NONE));
    assertThat(value(halfway).errorInUlps(Float.NEGATIVE_INFINITY)).isEqualTo(NONE);
    assertThat(value(-halfway).errorInUlps(Float.NEGATIVE_INFINITY)).isZero();
    assertThat(value(halfway).errorInUlps(Float.MAX_VALUE)).isEqualTo(0.5);
    assertThat(value(-halfway).errorInUlps(Float.NaN)).isEqualTo(NONE);
    assertThat(value("1e400").errorInUlps(Double.POSITIVE_INFINITY)).isZero();
    assertThat(value("-1e400").errorInUlps(Double.NaN)).isEqualTo(NONE);
    assertThat(value(Double.MAX_VALUE).errorInUlps(Double.POSITIVE_INFINITY)).isEqualTo(NONE);
    assertThat(value("1e400").errorInUlps(Double.MAX_VALUE)).isGreaterThan(1e16);
    assertThat(value("1e400").errorInUlps(Float.MAX_VALUE)).isEqualTo(NONE);
  }
}
