package dev.activations.generator.algorithms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.generator.Floats;
import dev.activations.generator.Interpreter;
import dev.activations.generator.expression.Uniform;
import dev.activations.generator.expression.Value;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Numbers whose rounding would cost an exponential its digits: rounded - excess. */
class TwoFloatsTest {
  private static final int POINTS = 5000;
  private static final Value X = Value.input("x");

  /** The error of rounded - excess in proportion to the number. */
  private static double worst(
      Value rounded, Value excess, double from, double to, DoubleUnaryOperator truth) {
    Interpreter parts = Interpreter.ofX(rounded, excess);
    double worst = 0;
    for (float x : Floats.between(from, to, POINTS)) {
      float[] found = parts.run(x);
      double expected = truth.applyAsDouble(x);
      worst = Math.max(worst, Math.abs(((double) found[0] - found[1]) / expected - 1));
    }
    return worst;
  }

  @Test
  void aProductWithANumberThatIsNoFloat() {
    Product product = Product.of(X, Uniform.of(0.1));
    assertThat(worst(product.rounded(), product.excess(), 0.3, 90, x -> x * 0.1))
        .isLessThan(0x1p-46);
    assertThat(worst(X.times(0.1f), Value.of(0), 0.3, 90, x -> x * 0.1)).isGreaterThan(0x1p-25);
  }

  @Test
  void aSquareIsExact() {
    Product square = Product.square(X);
    assertThat(worst(square.rounded(), square.excess(), -90, -0.3, x -> x * x)).isZero();
  }

  @Test
  void anArgumentThatIsReducedKeepsItsLowPart() {
    Product z = Product.of(X, Uniform.of(1.1));
    Value e = Exponential.of(Reduction.of(1, z, 64)).value().times(0x1p-64f);
    Value near = Exponential.of(Reduction.near(1, z)).value();
    Interpreter exp = Interpreter.ofX(e, near);
    for (float x : Floats.between(-18, 18, POINTS)) {
      float[] found = exp.run(x);
      assertThat(Floats.ulps(found[0], Math.exp(1.1 * x))).as("e^(1.1 %s)", x).isLessThan(1);
      assertThat(Floats.ulps(found[1], Math.exp(1.1 * x))).as("near, at %s", x).isLessThan(1.5);
    }
  }

  @Test
  void aStandardisedNumberAndItsSquare() {
    Standardised z = Standardised.of(X, Uniform.of(0.7), Uniform.of(0.3));
    DoubleUnaryOperator truth = x -> (x - 0.7) / 0.3;
    assertThat(worst(z.rounded(), z.excess(), 0.9, 5, truth)).isLessThan(0x1p-40);
    assertThat(worst(z.rounded(), z.excess(), -3.7, 0.6, truth)).isLessThan(0x1p-40);
    Product square = z.square();
    DoubleUnaryOperator squared = x -> Math.pow((x - 0.7) / 0.3, 2);
    assertThat(worst(square.rounded(), square.excess(), 0.9, 5, squared)).isLessThan(0x1p-40);
  }

  /** There x - mu is as small as what the float of mu leaves of it. */
  @Test
  void aStandardisedNumberNextToMu() {
    Standardised z = Standardised.of(X, Uniform.of(0.3), Uniform.of(0.001));
    assertThat(worst(z.rounded(), Value.of(0), 0.29, 0.29999, x -> (x - 0.3) / 0.001))
        .isLessThan(0x1p-22);
  }

  @Test
  void theArgumentOfGeluTanh() {
    GeluTanhArgument argument = GeluTanhArgument.of(X);
    double linear = 2 * Math.sqrt(2 / Math.PI);
    double cubic = linear * 0.044715;
    DoubleUnaryOperator truth = x -> linear * x + cubic * x * x * x;
    assertThat(worst(argument.z().rounded(), argument.z().excess(), 0.1, 11, truth))
        .isLessThan(0x1p-32);
    assertThat(worst(argument.cubic(), argument.cubicLow().negate(), 0.5, 11, x -> cubic * x * x))
        .isLessThan(0x1p-26);
  }
}
