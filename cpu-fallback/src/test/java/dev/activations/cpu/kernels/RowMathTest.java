package dev.activations.cpu.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** exp and log of one number a row, to 2^-38 of themselves. */
class RowMathTest {
  private static final double ERROR = 0x1p-38;

  private static void close(String what, double x, double actual, double expected) {
    assertThat(Math.abs(actual - expected))
        .as("%s(%s) is %s, found %s", what, x, expected, actual)
        .isLessThanOrEqualTo(ERROR * Math.abs(expected));
  }

  @Test
  void exponentials() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 200_000; i++) {
      double r = 0.36 * (2 * random.nextDouble() - 1);
      close("exp", r, RowMath.exp(r), StrictMath.exp(r));
    }
    for (double r : new double[] {-0.36, 0.36, 0x1p-60, -0x1p-60}) {
      close("exp", r, RowMath.exp(r), StrictMath.exp(r));
    }
    assertThat(RowMath.exp(0)).isEqualTo(1);
    assertThat(RowMath.exp(Double.NaN)).isNaN();
  }

  @Test
  void logarithms() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 200_000; i++) {
      double x = Math.scalb(1 + random.nextDouble(), random.nextInt(2046) - 1022);
      close("log", x, RowMath.log(x), StrictMath.log(x));
      double near = 1 + Math.scalb(2 * random.nextDouble() - 1, -1 - random.nextInt(20));
      close("log", near, RowMath.log(near), StrictMath.log(near));
    }
    for (double x :
        new double[] {Double.MIN_NORMAL, Double.MAX_VALUE, Math.sqrt(0.5), Math.sqrt(2), 0.5, 2}) {
      close("log", x, RowMath.log(x), StrictMath.log(x));
      close("log", Math.nextUp(x), RowMath.log(Math.nextUp(x)), StrictMath.log(Math.nextUp(x)));
    }
    assertThat(RowMath.log(1)).isZero();
  }

  @Test
  void logarithmsNextToOne() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 200_000; i++) {
      double x = Math.scalb(1 + random.nextDouble(), random.nextInt(1090) - 1022);
      close("log1p", x, RowMath.log1p(x), StrictMath.log1p(x));
    }
    for (double x : new double[] {0.4, Math.nextUp(0.4), Math.nextDown(0.4), Double.MIN_NORMAL}) {
      close("log1p", x, RowMath.log1p(x), StrictMath.log1p(x));
    }
    assertThat(RowMath.log1p(0)).isZero();
    assertThat(RowMath.log1p(Double.NaN)).isNaN();
  }
}
