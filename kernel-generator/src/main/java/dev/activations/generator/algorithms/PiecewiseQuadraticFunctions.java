package dev.activations.generator.algorithms;

import dev.activations.generator.expression.Value;
import java.util.List;

/** Functions of straight and parabolic pieces. A comparison with NaN is false and leads to x. */
final class PiecewiseQuadraticFunctions {
  private static final Value ZERO = Value.of(0);
  private static final Value ONE = Value.of(1);

  private PiecewiseQuadraticFunctions() {}

  static List<Algorithm> all() {
    return List.of(
        Algorithm.of(
            "relu_squared",
            PiecewiseQuadraticFunctions::reluSquared,
            PiecewiseQuadraticFunctions::reluSquaredDerivative),
        Algorithm.of(
            "hard_swish",
            PiecewiseQuadraticFunctions::hardSwish,
            PiecewiseQuadraticFunctions::hardSwishDerivative),
        Algorithm.of(
            "sparse_plus",
            PiecewiseQuadraticFunctions::sparsePlus,
            PiecewiseQuadraticFunctions::sparsePlusDerivative));
  }

  private static Value reluSquared(Value x) {
    return x.atLeast(0).times(x.atLeast(0));
  }

  private static Value reluSquaredDerivative(Value x) {
    return x.atLeast(0).plus(x.atLeast(0));
  }

  private static Value hardSwish(Value x) {
    Value factor = PiecewiseLinearFunctions.bounded(x.plus(3), ZERO, Value.of(6)).times(1 / 6f);
    return x.ifAtMost(Value.of(-3), ZERO, x.times(factor));
  }

  private static Value hardSwishDerivative(Value x) {
    Value inside = x.timesPlus(2, 3).times(1 / 6f);
    return x.ifAtMost(Value.of(-3), ZERO, x.ifLess(3, inside, x.ifNotNan(ONE)));
  }

  private static Value sparsePlus(Value x) {
    Value sum = x.plus(1);
    Value inside = sum.times(sum).times(0.25f);
    return x.ifAtMost(Value.of(-1), ZERO, x.ifLess(1, inside, x));
  }

  private static Value sparsePlusDerivative(Value x) {
    return PiecewiseLinearFunctions.bounded(x.timesPlus(0.5f, 0.5f), ZERO, ONE);
  }
}
