package dev.activations.generator.algorithms;

import dev.activations.generator.expression.Uniform;
import dev.activations.generator.expression.Value;

/** Functions of straight and parabolic pieces. A comparison with NaN is false and leads to x. */
final class Piecewise {
  private static final Value ZERO = Value.of(0);
  private static final Value ONE = Value.of(1);

  private Piecewise() {}

  static Value constant(Value x, Value one) {
    return x.ifNotNan(one);
  }

  static Value relu(Value x) {
    return x.atLeast(0);
  }

  /** 1 above a bound, else 0. */
  static Value isAbove(Value x, Value bound) {
    return x.ifNotNan(x.ifAbove(bound, ONE, ZERO));
  }

  static Value leakyRelu(Value x, Uniform slope) {
    if (slope.is(0)) {
      // An infinity times 0 would be NaN.
      return x.ifAbove(0, x, x.atLeast(-Float.MAX_VALUE).times(0));
    }
    return x.ifAbove(0, x, x.times(slope.high()));
  }

  static Value leakyReluDerivative(Value x, Uniform slope) {
    return x.ifNotNan(x.ifAbove(0, ONE, slope.high()));
  }

  static Value threshold(Value x, Uniform threshold, Uniform value) {
    return x.ifAtMost(threshold.below(), value.high(), x);
  }

  static Value bounded(Value x, Value low, Value high) {
    return x.atLeast(low).atMost(high);
  }

  /** A value between two bounds, which are not within, else 0. */
  static Value within(Value x, Value low, Value high, Value inside) {
    return x.ifNotNan(x.ifAbove(low, x.ifLess(high, inside, ZERO), ZERO));
  }

  /** (x + bound) / (2 bound): next to -bound the sum is exact. */
  static Value hardSigmoid(Value x, Uniform bound) {
    Value sum = x.plus(bound.high()).plus(bound.low());
    return bounded(sum.times(bound.times(2).reciprocal().high()), ZERO, ONE);
  }

  static Value hardSigmoidDerivative(Value x, Uniform bound) {
    return within(x, bound.negate().below(), bound.above(), bound.times(2).reciprocal().high());
  }

  static Value softshrink(Value x, Uniform width) {
    Value above = x.minus(width.high()).minus(width.low());
    Value below = x.plus(width.high()).plus(width.low());
    return outside(x, width, above, below);
  }

  static Value hardshrink(Value x, Uniform width) {
    return outside(x, width, x, x);
  }

  static Value shrinkDerivative(Value x, Uniform width) {
    return outside(x, width, ONE, ONE);
  }

  private static Value outside(Value x, Uniform width, Value above, Value below) {
    Value left = x.ifLess(width.below().negate(), below, ZERO);
    return x.ifNotNan(x.ifAbove(width.below(), above, left));
  }

  static Value reluSquared(Value x) {
    return x.atLeast(0).times(x.atLeast(0));
  }

  static Value reluSquaredDerivative(Value x) {
    return x.atLeast(0).plus(x.atLeast(0));
  }

  static Value hardSwish(Value x) {
    Value factor = bounded(x.plus(3), ZERO, Value.of(6)).times(1 / 6f);
    return x.ifAtMost(Value.of(-3), ZERO, x.times(factor));
  }

  static Value hardSwishDerivative(Value x) {
    Value inside = x.timesPlus(2, 3).times(1 / 6f);
    return x.ifAtMost(Value.of(-3), ZERO, x.ifLess(3, inside, x.ifNotNan(ONE)));
  }

  static Value sparsePlus(Value x) {
    Value sum = x.plus(1);
    Value inside = sum.times(sum).times(0.25f);
    return x.ifAtMost(Value.of(-1), ZERO, x.ifLess(1, inside, x));
  }

  static Value sparsePlusDerivative(Value x) {
    return bounded(x.timesPlus(0.5f, 0.5f), ZERO, ONE);
  }
}
