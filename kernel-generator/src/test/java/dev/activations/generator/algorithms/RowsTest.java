package dev.activations.generator.algorithms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.generator.Floats;
import dev.activations.generator.Interpreter;
import dev.activations.generator.expression.Program;
import dev.activations.generator.expression.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the row operations compute of an element, with the numbers that CpuBackend sets. */
class RowsTest {
  private static final Value X = Value.input("x");
  private static final Value Y = Value.input("y");

  private final Map<String, Double> numbers = new HashMap<>();

  private void set(String name, double number) {
    numbers.put("c." + name, (double) (float) number);
    numbers.put("c." + name + "Low", number - (float) number);
  }

  /** Exponentials are of sign x factor, and multiplied with 2^-power. */
  private void scale(double sign, double factor, int power) {
    set("sign", sign);
    set("factor", factor);
    set("offset", Value.powerOfTwoOffset(25) - power);
    set("lowest", (power - 151) * Math.log(2) / factor);
  }

  private double number(String java) {
    return java.startsWith("-") ? -numbers.get(java.substring(1)) : numbers.get(java);
  }

  private Interpreter of(Value value) {
    return new Interpreter(Program.forVectors(List.of(value)), List.of("x", "y"), this::number);
  }

  @Test
  void exponentialsAreShiftedByPowersOfTwo() {
    for (int power : new int[] {0, 150, -150}) {
      scale(1, 1, power);
      double middle = power * Math.log(2);
      Interpreter exponential = of(Rows.exponential(X));
      for (float x : Floats.between(middle - 80, middle + 60, 3000)) {
        double expected = Math.exp(x - power * Math.log(2));
        assertThat(Floats.ulps(exponential.valueAt(x), expected)).as("e^%s", x).isLessThan(0.9);
      }
      assertThat(exponential.valueAt((float) middle - 1000)).isZero();
      assertThat(exponential.valueAt(Float.NEGATIVE_INFINITY)).isZero();
      assertThat(exponential.valueAt(Float.NaN)).isNaN();
    }
  }

  /** Beyond any sum that is kept: the caller sees that, and takes another power. */
  @Test
  void whatIsTooLargeIsLarge() {
    scale(1, 1, 0);
    Interpreter exponential = of(Rows.exponential(X));
    for (float x : new float[] {75, 88, 100, 1e4f, 1e30f, Float.POSITIVE_INFINITY}) {
      assertThat(exponential.valueAt(x)).as("e^%s", x).isGreaterThan(0x1p100f);
    }
  }

  @Test
  void ofAFactorAndASign() {
    scale(-1, 1 / 3.0, 0);
    Interpreter exponential = of(Rows.scaledExponential(X));
    for (float x : Floats.between(-150, 240, 3000)) {
      assertThat(Floats.ulps(exponential.valueAt(x), Math.exp(-x / 3.0)))
          .as("e^(-%s / 3)", x)
          .isLessThan(1);
    }
    assertThat(exponential.valueAt(Float.POSITIVE_INFINITY)).isZero();
  }

  /** A third of e is that to half an ulp, which a float of 1 / 3 misses. */
  @Test
  void factorsAndLogarithmsHaveTwoFloats() {
    set("factor", 1 / 3.0);
    set("logarithm", 2 / 3.0);
    Interpreter scaled = of(Rows.scaled(X));
    Interpreter shifted = of(Rows.shifted(X));
    Interpreter both = of(Rows.scaledAndShifted(X));
    for (float x : Floats.between(3, 40, 3000)) {
      assertThat(Floats.ulps(scaled.valueAt(x), x / 3.0)).isLessThan(0.501);
      assertThat(Floats.ulps(shifted.valueAt(x), x - 2 / 3.0)).isLessThan(1.01);
      assertThat(Floats.ulps(both.valueAt(x), x / 3.0 - 2 / 3.0)).isLessThan(1.01);
    }
    assertThat(both.valueAt(Float.NEGATIVE_INFINITY)).isEqualTo(Float.NEGATIVE_INFINITY);
  }

  @Test
  void distancesFromTheTop() {
    set("top", 7.25);
    set("factor", 0.5);
    set("logarithm", 0.125);
    assertThat(of(Rows.logarithm(X)).valueAt(7.25f)).isEqualTo(-0.125f);
    assertThat(of(Rows.logarithm(X)).valueAt(-0.75f)).isEqualTo(-4.125f);
  }

  @Test
  void gradients() {
    scale(1, 1, 0);
    set("total", 0.25);
    set("scale", 1);
    set("factor", 1 / 3.0);
    Interpreter softmax = of(Rows.softmaxBackward(X, Y));
    Interpreter logSoftmax = of(Rows.logSoftmaxBackward(X, Y));
    for (float y : Floats.between(1e-3, 1, 500)) {
      assertThat(Floats.ulps(softmax.valueAt(y, 4), y * (4 - 0.25) / 3)).isLessThan(1.6);
      float log = (float) Math.log(y);
      assertThat(Floats.ulps(logSoftmax.valueAt(log, 4), (4 - Math.exp(log) * 0.25) / 3))
          .isLessThan(1.6);
    }
    assertThat(Floats.ulps(logSoftmax.valueAt(-1e4f, 4), 4 / 3.0)).isLessThan(0.501);
  }

  /** What a small temperature brings back into the range of a float was never out of it. */
  @Test
  void gradientsAtSmallTemperatures() {
    double factor = 1e5 / 0x1p16;
    scale(1, 1, -90);
    set("total", 0.75);
    set("scale", 0x1p16);
    set("factor", factor);
    Interpreter softmax = of(Rows.softmaxBackward(X, Y));
    Interpreter logSoftmax = of(Rows.logSoftmaxBackward(X, Y));
    for (float y : Floats.between(1, 2, 500)) {
      assertThat(
              Floats.ulps(
                  softmax.valueAt(y * 0x1p-125f, 0.751f), y * 0x1p-125 * (0.751f - 0.75f) * 1e5))
          .as("the product without the scale is subnormal")
          .isLessThan(1.6);
      double expected = -Math.exp(-65 * y) * 0.75 * 0x1p90 * factor;
      assertThat(Floats.ulps(logSoftmax.valueAt(-65 * y, 0), expected))
          .as("the sum is 0.75 * 2^74, the probability may be subnormal")
          .isLessThan(3);
    }
  }
}
