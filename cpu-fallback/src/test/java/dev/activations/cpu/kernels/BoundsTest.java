package dev.activations.cpu.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BoundsTest {
  @Test
  void floatsCompareAsWithTheDouble() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 100_000; i++) {
      double value = value(random);
      float below = Bounds.below(value);
      float above = Bounds.above(value);
      float near = (float) value;
      for (float x : new float[] {near, Math.nextUp(near), Math.nextDown(near), 0f, -near}) {
        assertThat(x > below).as("%a > %a", x, value).isEqualTo(x > value);
        assertThat(x < above).as("%a < %a", x, value).isEqualTo(x < value);
      }
    }
  }

  private static double value(SplittableRandom random) {
    switch (random.nextInt(3)) {
      case 0:
        return Float.intBitsToFloat(random.nextInt());
      case 1:
        return Double.longBitsToDouble(random.nextLong());
      default:
        return 20 * random.nextDouble() - 10;
    }
  }

  @Test
  void whatIsAFloatStays() {
    for (float x : new float[] {0f, -0f, 0.1f, -3f, Float.MIN_VALUE, Float.MAX_VALUE}) {
      assertThat(Float.compare(Bounds.below(x), x)).isZero();
      assertThat(Float.compare(Bounds.above(x), x)).isZero();
    }
  }

  @Test
  void theEndsOfTheLine() {
    assertThat(Bounds.below(1e300)).isEqualTo(Float.MAX_VALUE);
    assertThat(Bounds.above(1e300)).isEqualTo(Float.POSITIVE_INFINITY);
    assertThat(Bounds.below(-1e300)).isEqualTo(Float.NEGATIVE_INFINITY);
    assertThat(Bounds.above(-1e300)).isEqualTo(-Float.MAX_VALUE);
    assertThat(Bounds.above(1e-300)).isEqualTo(Float.MIN_VALUE);
    assertThat(Bounds.below(-1e-300)).isEqualTo(-Float.MIN_VALUE);
    assertThat(Bounds.below(Double.NaN)).isNaN();
    assertThat(Bounds.above(Double.NaN)).isNaN();
  }
}
