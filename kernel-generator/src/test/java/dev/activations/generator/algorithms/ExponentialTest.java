package dev.activations.generator.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.activations.generator.Floats;
import dev.activations.generator.Interpreter;
import dev.activations.generator.expression.Value;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exponential in the forms that algorithms are made of, to the errors that they state. */
class ExponentialTest {
  private static final int POINTS = 20_001;
  private static final float DOWN = 0x1p-64f;
  private static final Value X = Value.input("x");

  private static double worst(Value value, double from, double to, DoubleUnaryOperator truth) {
    Interpreter computed = Interpreter.ofX(value);
    double worst = 0;
    for (float x : Floats.between(from, to, POINTS)) {
      worst = Math.max(worst, Floats.ulps(computed.valueAt(x), truth.applyAsDouble(x)));
    }
    return worst;
  }

  private static Exponential of(float factor, int bias) {
    return Exponential.of(Reduction.of(factor, X, bias));
  }

  /** The product of what it is reduced to is the exponential, and the rest is small. */
  @ParameterizedTest
  @CsvSource({
    "1, 64, -100, 40",
    "-1, 64, -40, 100",
    "-1, 0, -80, 80",
    "2, 0, -40, 40",
    "-0.5, 64, 0, 200"
  })
  void reductionKeepsTheExponential(float factor, int bias, double from, double to) {
    Reduction reduction = Reduction.of(factor, X, bias);
    Interpreter parts = Interpreter.ofX(reduction.rest(), reduction.power());
    for (float x : Floats.between(from, to, POINTS)) {
      float[] rest = parts.run(x);
      assertThat(Math.abs(factor * rest[0])).isLessThan(0.34660f);
      double whole = Math.log(rest[1]) + factor * (double) rest[0] - bias * Math.log(2);
      assertThat(whole)
          .as("log of the product at %s", x)
          .isCloseTo((double) factor * x, within(3e-8));
    }
  }

  @Test
  void valueIsWithinItsError() {
    assertThat(worst(of(1, 64).value().times(DOWN), -87, 40, Math::exp)).isBetween(0.8, 0.9);
    assertThat(worst(of(-1, 64).value(), 0, 80, x -> Math.exp(-x) * 0x1p64)).isLessThan(0.9);
  }

  /** From where it is 0 to where it is infinite, subnormal numbers included. */
  @Test
  void evenCoversEveryFloat() {
    Value even = Exponential.of(Reduction.even(X.atLeast(-104.5f))).valueOfEven();
    assertThat(worst(even, -104.4, 88.7, Math::exp)).isLessThan(1.7);
    Interpreter exp = Interpreter.ofX(even);
    assertThat(exp.run(88.72283f)[0]).isFinite();
    for (float x : new float[] {88.72284f, 89, 100, 300, 1e30f}) {
      assertThat(exp.valueAt(x)).as("e^%s", x).isEqualTo(Float.POSITIVE_INFINITY);
    }
    assertThat(exp.valueAt(-1e30f)).isZero();
    assertThat(exp.valueAt(-103.9f)).isEqualTo(Float.MIN_VALUE);
  }

  @Test
  void oneMinusKeepsItsDigitsNextToZero() {
    Value less = of(-1, 0).oneMinus();
    assertThat(worst(less, 1e-6, 25, x -> -Math.expm1(-x))).isLessThan(1.5);
    Interpreter oneMinus = Interpreter.ofX(less);
    assertThat(oneMinus.valueAt(1e-30f)).isEqualTo(1e-30f);
    assertThat(oneMinus.valueAt(Float.MIN_VALUE)).isEqualTo(Float.MIN_VALUE);
    assertThat(Floats.text(oneMinus.valueAt(0))).isEqualTo("0x0.0p0");
  }

  @Test
  void restMinusOneIsOfTheRest() {
    assertThat(worst(of(1, 64).restMinusOne(), -0.34, 0.34, Math::expm1)).isLessThan(1);
    assertThat(worst(of(-1, 64).restMinusOne(), -0.34, 0.34, x -> Math.expm1(-x))).isLessThan(1);
  }

  @Test
  void logisticsOfBothKinds() {
    DoubleUnaryOperator truth = x -> 0x1p64 / (1 + Math.exp(x));
    assertThat(worst(of(-1, 64).logistic(DOWN), 0, 80, truth)).isLessThan(2.5);
    Fraction fraction = Fraction.of(Reduction.of(-1, X, 64));
    assertThat(worst(fraction.logistic(DOWN), 0, 80, truth)).isLessThan(2.5);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "-1, -1", "2, 2", "-2, -2"})
  void aFractionIsTheExponential(float factor, double z) {
    Fraction e = Fraction.of(Reduction.of(factor, X, 64));
    Value quotient = e.scaled().times(DOWN).over(e.denominator());
    assertThat(worst(quotient, -20, 20, x -> Math.exp(z * x))).isLessThan(2.5);
  }

  @Test
  void polynomialsAreInAscendingOrder() {
    Interpreter cubic = Interpreter.ofX(Polynomial.of(X, 1, 2, 3, 4));
    assertThat(cubic.valueAt(10)).isEqualTo(4321);
    assertThat(Interpreter.ofX(Polynomial.of(X, 7, 5)).valueAt(10)).isEqualTo(57);
  }
}
