package dev.activations.generator.algorithms;

import dev.activations.generator.expression.Uniform;
import dev.activations.generator.expression.Value;
import java.util.List;

/** Functions that set a band around zero to zero. */
final class ShrinkageFunctions {
  private static final Value ZERO = Value.of(0);
  private static final Value ONE = Value.of(1);

  private ShrinkageFunctions() {}

  static List<Algorithm> all() {
    return List.of(
        Algorithm.of("softshrink", ShrinkageFunctions::soft, ShrinkageFunctions::derivative),
        Algorithm.of("hardshrink", ShrinkageFunctions::hard, ShrinkageFunctions::derivative));
  }

  private static Value soft(Value x, Uniform width) {
    Value above = x.minus(width.high()).minus(width.low());
    Value below = x.plus(width.high()).plus(width.low());
    return outside(x, width, above, below);
  }

  private static Value hard(Value x, Uniform width) {
    return outside(x, width, x, x);
  }

  private static Value derivative(Value x, Uniform width) {
    return outside(x, width, ONE, ONE);
  }

  private static Value outside(Value x, Uniform width, Value above, Value below) {
    Value left = x.ifLess(width.below().negate(), below, ZERO);
    return x.ifNotNan(x.ifAbove(width.below(), above, left));
  }
}
