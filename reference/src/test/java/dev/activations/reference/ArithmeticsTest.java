package dev.activations.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two arithmetics, against each other: each must lie within the other's bounds. */
class ArithmeticsTest {
  private final DoubleDoubleArithmetic doubles = new DoubleDoubleArithmetic();
  private final ApfloatArithmetic decimals = new ApfloatArithmetic(60);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exp(x)",
        "expm1(x)",
        "log(1e-3 + abs(x))",
        "log1p(abs(x))",
        "tanh(x)",
        "erfc(x)",
        "sigmoid(x)",
        "softplus(x)",
        "Phi(x)",
        "phi(x)",
        "x - tanh(x)",
        "sqrt(2 + x**3 * x)",
        "min(tanh(x), x / 3) + max(expm1(x), x)",
        "1 if exp(x) > 2 + abs(x) else erfc(x)",
        "1 / (2 + abs(x))**3 - 0.1 * pi",
      })
  void encloseTheSameNumber(String text) {
    Formula formula = CancellationFree.rewrite(Formula.parse(text));
    UnaryOperator<Enclosure> fast = new FormulaCompiler<>(doubles, Map.of()).compile(formula);
    UnaryOperator<Ball> slow = new FormulaCompiler<>(decimals, Map.of()).compile(formula);
    Random random = new Random(1);
    for (int i = 0; i < 120; i++) {
      double x = random.nextGaussian() * (i % 3 == 0 ? 1 : i % 3 == 1 ? 10 : 0.01);
      Enclosure enclosure = fast.apply(doubles.of(x));
      Ball ball = slow.apply(decimals.of(x));
      BigDecimal bound =
          new BigDecimal(enclosure.error())
              .multiply(new BigDecimal(Math.scalb(1.0, Enclosure.ERROR_UNIT)))
              .add(new BigDecimal(ball.error().toString()));
      BigDecimal distance =
          new BigDecimal(ball.value().toString()).subtract(enclosure.value().bigDecimalValue());
      assertThat(distance.abs()).as("%s at %s", text, x).isLessThanOrEqualTo(bound);
      assertThat(enclosure.isWithin(65, -300)).as("%s at %s is sharp", text, x).isTrue();
    }
  }
}
