package dev.activations.generator.algorithms;

import dev.activations.generator.expression.Uniform;
import dev.activations.generator.expression.Value;
import java.util.List;

/** Functions of straight pieces. A comparison with NaN is false and leads to x. */
final class PiecewiseLinearFunctions {
  private static final Value ZERO = Value.of(0);
  private static final Value ONE = Value.of(1);
  private static final Value SIX = Value.of(6);

  private PiecewiseLinearFunctions() {}

  static List<Algorithm> all() {
    return List.of(
        Algorithm.of("identity", x -> x, x -> x.ifNotNan(ONE)),
        Algorithm.of("relu", x -> x.atLeast(0), x -> isAbove(x, ZERO)),
        Algorithm.of("relu6", x -> bounded(x, ZERO, SIX), x -> within(x, ZERO, SIX, ONE)),
        Algorithm.of(
            "leaky_relu",
            PiecewiseLinearFunctions::leakyRelu,
            PiecewiseLinearFunctions::leakyReluDerivative,
            0),
        Algorithm.of(
            "threshold",
            PiecewiseLinearFunctions::threshold,
            (x, threshold, value) -> isAbove(x, threshold.below())),
        Algorithm.of(
            "hard_sigmoid",
            PiecewiseLinearFunctions::hardSigmoid,
            PiecewiseLinearFunctions::hardSigmoidDerivative),
        Algorithm.of(
            "hard_tanh",
            (x, low, high) -> bounded(x, low.high(), high.high()),
            (x, low, high) -> within(x, low.below(), high.above(), ONE)));
  }

  /** 1 above a bound, else 0. */
  private static Value isAbove(Value x, Value bound) {
    return x.ifNotNan(x.ifAbove(bound, ONE, ZERO));
  }

  private static Value leakyRelu(Value x, Uniform slope) {
    if (slope.is(0)) {
      // An infinity times 0 would be NaN.
      return x.ifAbove(0, x, x.atLeast(-Float.MAX_VALUE).times(0));
    }
    return x.ifAbove(0, x, x.times(slope.high()));
  }

  private static Value leakyReluDerivative(Value x, Uniform slope) {
    return x.ifNotNan(x.ifAbove(0, ONE, slope.high()));
  }

  private static Value threshold(Value x, Uniform threshold, Uniform value) {
    return x.ifAtMost(threshold.below(), value.high(), x);
  }

  static Value bounded(Value x, Value low, Value high) {
    return x.atLeast(low).atMost(high);
  }

  /** A value between two bounds, which are not within, else 0. */
  private static Value within(Value x, Value low, Value high, Value inside) {
    return x.ifNotNan(x.ifAbove(low, x.ifLess(high, inside, ZERO), ZERO));
  }

  /** (x + bound) / (2 bound): next to -bound the sum is exact. */
  private static Value hardSigmoid(Value x, Uniform bound) {
    Value sum = x.plus(bound.high()).plus(bound.low());
    return bounded(sum.times(bound.times(2).reciprocal().high()), ZERO, ONE);
  }

  private static Value hardSigmoidDerivative(Value x, Uniform bound) {
    return within(x, bound.negate().below(), bound.above(), bound.times(2).reciprocal().high());
  }
}
