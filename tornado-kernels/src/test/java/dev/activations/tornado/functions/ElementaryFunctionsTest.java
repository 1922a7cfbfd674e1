package dev.activations.tornado.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.reference.Ulp;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** exp, expm1, log1p and powers of two against StrictMath. */
class ElementaryFunctionsTest {
  private static final int COUNT = 1_000_000;

  private interface FloatOperator {
    float at(float x);
  }

  @Test
  void exponential() {
    hold(ElementaryFunctions::exp, StrictMath::exp, -110, 95, 0.96);
    hold(ElementaryFunctions::exp, StrictMath::exp, -105, -86, 0.96);
    hold(ElementaryFunctions::exp, StrictMath::exp, -1, 1, 0.96);
    assertThat(ElementaryFunctions.exp(Float.NEGATIVE_INFINITY)).isEqualTo(0f);
    assertThat(ElementaryFunctions.exp(Float.POSITIVE_INFINITY)).isEqualTo(Float.POSITIVE_INFINITY);
    assertThat(ElementaryFunctions.exp(Float.NaN)).isNaN();
  }

  @Test
  void exponentialOfTwoFloats() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < COUNT; i++) {
      float x = (float) (-104 + 192 * random.nextDouble());
      float low = (float) (0.7 * random.nextDouble() - 0.35);
      double error =
          Ulp.error(ElementaryFunctions.exp(x, low), StrictMath.exp((double) x + (double) low));
      assertThat(error).as("exp(%s, %s)", x, low).isLessThanOrEqualTo(1.25);
    }
    assertThat(ElementaryFunctions.exp(Float.NEGATIVE_INFINITY, Float.NaN)).isEqualTo(0f);
    assertThat(ElementaryFunctions.exp(Float.NaN, 0f)).isNaN();
  }

  @Test
  void exponentialLessOne() {
    hold(ElementaryFunctions::expm1, StrictMath::expm1, -30, 0.34f, 0.95);
    hold(ElementaryFunctions::expm1, StrictMath::expm1, -1, 0.34f, 0.95);
    hold(ElementaryFunctions::expm1, StrictMath::expm1, 0.34f, 95, 1.5);
    assertThat(ElementaryFunctions.expm1(-0f)).isEqualTo(-0f);
    assertThat(ElementaryFunctions.expm1(Float.NEGATIVE_INFINITY)).isEqualTo(-1f);
    assertThat(ElementaryFunctions.expm1(Float.POSITIVE_INFINITY))
        .isEqualTo(Float.POSITIVE_INFINITY);
    assertThat(ElementaryFunctions.expm1(Float.NaN)).isNaN();
  }

  @Test
  void logarithm() {
    hold(ElementaryFunctions::log1p, StrictMath::log1p, 0, 1, 1.1);
    hold(ElementaryFunctions::log1p, StrictMath::log1p, 0, 10, 1.1);
    hold(ElementaryFunctions::log1p, StrictMath::log1p, 0, 0x1p60f, 1.1);
    hold(ElementaryFunctions::log1pOfUnit, StrictMath::log1p, 0, 1, 1.1);
    assertThat(ElementaryFunctions.log1p(Float.NaN)).isNaN();
  }

  @Test
  void powersOfTwo() {
    for (int n = -400; n <= 400; n++) {
      assertThat(ElementaryFunctions.powerOfTwo(n)).as("2^%d", n).isEqualTo((float) Math.pow(2, n));
    }
    assertThat(ElementaryFunctions.powerOfTwo(Integer.MIN_VALUE)).isZero();
    assertThat(ElementaryFunctions.powerOfTwo(Integer.MAX_VALUE)).isInfinite();
  }

  private static void hold(
      FloatOperator actual, DoubleUnaryOperator expected, float low, float high, double ulps) {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < COUNT; i++) {
      float bits = Float.intBitsToFloat(random.nextInt());
      double line = low + ((double) high - low) * random.nextDouble();
      float x = i % 2 == 0 && bits >= low && bits <= high ? bits : (float) line;
      double error = Ulp.error(actual.at(x), expected.applyAsDouble(x));
      if (!(error <= ulps)) {
        throw new AssertionError(
            String.format(Locale.ROOT, "at x = %s (%s): %.4f ULP", x, Float.toHexString(x), error));
      }
    }
  }
}
