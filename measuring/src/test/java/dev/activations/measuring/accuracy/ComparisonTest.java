package dev.activations.measuring.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.activations.Activation;
import dev.activations.ErrorBound;
import dev.activations.reference.ReferenceValue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
  private static Tally value(Activation f, ErrorBound bound, float x, float found) {
    return compare(f, Curve.VALUE, bound, new float[] {x}, found);
  }

  private static Tally compare(
      Activation f, Curve direction, ErrorBound bound, float[] x, float... found) {
    Tally tally = new Tally();
    new Comparison(f, direction, bound).compare(x, found, x.length, tally);
    assertThat(tally.inputs()).isEqualTo(x.length);
    return tally;
  }

  /** Every single verdict and the largest error, against 21 digits for every input. */
  @ParameterizedTest
  @CsvSource({
    "gelu_erf, 1.5, 0",
    "silu, 0.5, 1e-9",
    "tanh, 1, 0",
    "exp, 0.5, 0",
    "leaky_relu:negative_slope=-0.5, 0.5, 0",
    "sigmoid, 2, 1e-12",
    "softsign, 0, 0",
  })
  void agreesWithTwentyOneDigits(String name, double ulps, double floor) {
    Activation f = Activation.parse(name);
    ErrorBound bound = ErrorBound.ofUlps(ulps).orAbsolute(floor);
    SplittableRandom random = new SplittableRandom(1);
    float[] x = new float[4000];
    float[] found = new float[x.length];
    for (Curve direction : Curve.values()) {
      int good = 0;
      double largest = 0;
      for (int i = 0; i < x.length; i++) {
        x[i] = (float) Math.scalb(random.nextDouble() - 0.5, random.nextInt(40) - 33);
        float right = (float) direction.definition(f).applyAsDouble(x[i]);
        int step = right == 0 ? 0 : random.nextInt(4) - 1;
        found[i] = Float.intBitsToFloat(Float.floatToIntBits(right) + step);
        ReferenceValue value = direction.formula(f).atFloat(x[i]);
        double error = value.errorInUlps(found[i]);
        boolean excused = error > ulps && value.distance(found[i]) <= floor;
        good += error <= ulps || excused ? 1 : 0;
        largest = excused ? largest : Math.max(largest, error);
      }
      Tally tally = compare(f, direction, bound, x, found);
      long bad = tally.errors(0, null, null).beyond() + tally.wrong().zeros();
      assertThat(x.length - bad).as("%s %s", f, direction).isEqualTo(good);
      assertThat(tally.maxUlp()).isCloseTo(largest, within(1e-7));
    }
  }

  /** What is interpolated gives the verdicts of what is evaluated, around kinks and zeros, too. */
  @ParameterizedTest
  @CsvSource({
    "gelu_erf, 0xc170",
    "gelu_erf, 0x3f40",
    "gelu_erf, 0xbf40",
    "exp, 0x42b0",
    "exp, 0xc2c0",
    "hard_tanh, 0x3f80",
    "hard_sigmoid, 0x4040",
    "hard_sigmoid, 0xc040",
    "relu, 0x0000",
    "relu, 0x8000",
    "tanh, 0x0000",
    "tanh, 0x8000",
    "tanh, 0x4110",
    "sigmoid, 0xc290",
    "sigmoid, 0x3000",
    "silu, 0xbfa0",
    "mish, 0xbf90",
    "softplus:beta=20, 0x3d80",
    "squareplus, 0xdf00",
    "identity, 0x7f70",
    "relu, 0x7f80",
    "relu, 0xff80",
    "tanhshrink, 0x0010",
    "leaky_relu:negative_slope=0.2, 0x8000",
  })
  void consecutiveFloatsAreComparedLikeAnyOthers(String name, String chunk) {
    Activation f = Activation.parse(name);
    int count = 1 << 16;
    SplittableRandom random = new SplittableRandom(2);
    for (Curve direction : Curve.values()) {
      float[] x = new float[count];
      float[] found = new float[count];
      for (int i = 0; i < count; i++) {
        x[i] = Float.intBitsToFloat((Integer.decode(chunk) << 16) + i);
        float right = (float) direction.definition(f).applyAsDouble(x[i]);
        boolean off = right != 0 && i % 64 < 32;
        found[i] =
            Float.intBitsToFloat(Float.floatToIntBits(right) + (off ? random.nextInt(3) : 0));
      }
      ErrorBound bound = ErrorBound.ofUlps(1.25);
      Tally each = compare(f, direction, bound, x, found);
      Tally all = new Tally();
      new Comparison(f, direction, bound)
          .compareConsecutive(x, found, count, new double[count], all);
      assertThat(all.inputs()).isEqualTo(count);
      assertThat(all.wrong()).isEqualTo(each.wrong());
      assertThat(all.maxUlp()).isCloseTo(each.maxUlp(), within(1e-7));
      assertThat(all.errors(0, null, null).beyond()).isEqualTo(each.errors(0, null, null).beyond());
      assertThat(all.errors(0, null, null).meanUlp())
          .isCloseTo(each.errors(0, null, null).meanUlp(), within(1e-7));
      assertThat(all.errors(0, null, null).maxAbsolute())
          .isCloseTo(each.errors(0, null, null).maxAbsolute(), within(1e-15));
    }
  }

  /** tanh(20) is 1 in double, and below 1, where floats are twice as dense, in truth. */
  @Test
  void belowAPowerOfTwoTheUnitIsHalf() {
    float found = Math.nextDown(1f);
    Tally tally = value(Activation.TANH, ErrorBound.ofUlps(2), 20, found);
    assertThat(tally.maxUlp()).isCloseTo(1, within(1e-9)).isLessThan(1);
    assertThat(value(Activation.TANH, ErrorBound.ofUlps(0.75), 20, found).isGood()).isFalse();
    assertThat(value(Activation.TANH, ErrorBound.ofUlps(1), 20, found).isGood()).isTrue();
    assertThat(value(Activation.RELU, ErrorBound.ofUlps(0.75), 1, found).isGood())
        .as("half a unit of what lies above")
        .isTrue();
  }

  @Test
  void aTieKeepsABoundOfOneHalf() {
    Activation f = Activation.leakyRelu(-0.5);
    ErrorBound half = ErrorBound.ofUlps(0.5);
    float odd = -3 * Float.MIN_VALUE;
    assertThat(value(f, half, odd, Float.MIN_VALUE).isGood()).isTrue();
    assertThat(value(f, half, odd, 2 * Float.MIN_VALUE).isGood()).isTrue();
    assertThat(value(f, ErrorBound.ofUlps(0.4999), odd, Float.MIN_VALUE).isGood()).isFalse();
  }

  @Test
  void overflowIsWhereTheTrueValueOverflows() {
    ErrorBound loose = ErrorBound.ofUlps(1000);
    float infinity = Float.POSITIVE_INFINITY;
    float last = 88.72283f; // exp of the next float rounds to infinity
    float first = Math.nextUp(last);
    assertThat(value(Activation.EXP, loose, last, infinity).wrong().infinities()).isOne();
    assertThat(value(Activation.EXP, loose, first, infinity).isGood()).isTrue();
    assertThat(value(Activation.EXP, loose, first, Float.MAX_VALUE).wrong().infinities()).isOne();
    assertThat(value(Activation.EXP, loose, first, -infinity).wrong().infinities()).isOne();
    assertThat(value(Activation.RELU, loose, infinity, infinity).isGood()).isTrue();
    assertThat(value(Activation.RELU, loose, -1, infinity).wrong().infinities()).isOne();
    assertThat(value(Activation.RELU, loose, -1, Float.NaN).wrong().nans()).isOne();
  }

  /** 1.5 x is halfway between the largest float and what would follow it, exactly. */
  @Test
  void theBoundaryOfOverflowIsDecidedByTheFormula() {
    Activation f = Activation.leakyRelu(-0x1.ffffffp0);
    float x = -0x1p127f;
    float infinity = Float.POSITIVE_INFINITY;
    ErrorBound bound = ErrorBound.ofUlps(0.5);
    assertThat(value(f, bound, x, infinity).isGood()).isTrue();
    assertThat(value(f, bound, x, Float.MAX_VALUE).wrong().infinities()).isOne();
    Activation below = Activation.leakyRelu(Math.nextUp(-0x1.ffffffp0));
    assertThat(value(below, bound, x, infinity).wrong().infinities()).isOne();
    assertThat(value(below, bound, x, Float.MAX_VALUE).isGood()).isTrue();
  }

  @Test
  void zerosHaveASignWhereTheTrueValueIsZero() {
    ErrorBound bound = ErrorBound.ofUlps(4).orAbsolute(0x1p-30);
    assertThat(value(Activation.RELU, bound, -1, -0f).wrong().zeros()).isOne();
    assertThat(value(Activation.TANH, bound, -0f, -0f).isGood()).isTrue();
    assertThat(value(Activation.TANH, bound, -0f, 0f).wrong().zeros()).isOne();
    assertThat(value(Activation.RELU, bound, -1, 0x1p-31f).errors(0, null, null).excused()).isOne();
    assertThat(value(Activation.RELU, bound, -1, 0x1p-29f).wrong().zeros()).isOne();
    // A value that vanishes in float32 only may round to either zero.
    assertThat(value(Activation.SILU, ErrorBound.ofUlps(1), -200, 0f).isGood()).isTrue();
    assertThat(value(Activation.TANH, ErrorBound.ofUlps(4), 1e-40f, 0f).wrong().zeros()).isOne();
  }

  /** Limits are exact: no formula is asked at an infinity. */
  @Test
  void limitsAreHeldToTheBound() {
    Activation f = Activation.elu(0.3);
    float infinity = Float.NEGATIVE_INFINITY;
    assertThat(value(f, ErrorBound.ofUlps(0.5), infinity, -0.3f).isGood()).isTrue();
    assertThat(value(f, ErrorBound.ofUlps(0.5), infinity, Math.nextUp(-0.3f)).isGood()).isFalse();
    Tally one = value(Activation.TANH, ErrorBound.ofUlps(1), infinity, Math.nextUp(-1f));
    assertThat(one.isGood()).isTrue();
    assertThat(one.maxUlp()).isEqualTo(0.5);
  }
}
