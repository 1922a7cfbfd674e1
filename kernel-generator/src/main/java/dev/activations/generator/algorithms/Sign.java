package dev.activations.generator.algorithms;

import dev.activations.generator.expression.Value;

/** Choices by the sign of x, with forms that loops of plain Java can be vectorised with. */
final class Sign {
  private Sign() {}

  /** 1 for x > 0, else 0; anything for NaN. */
  static Value isPositive(Value x) {
    // The smallest float times 2^200 is more than 1.
    Value plain = x.times(0x1p100f).times(0x1p100f).atLeast(0).atMost(1);
    return x.ifAbove(0, Value.of(1), Value.of(0)).orPlainly(plain);
  }

  /** A number that is not negative, with the sign of x. */
  static Value copied(Value magnitude, Value x) {
    Value sign = x.times(0x1p100f).times(0x1p100f).atLeast(-1).atMost(1);
    return magnitude.withSignOf(x).orPlainly(magnitude.times(sign));
  }

  /**
   * v for x &lt;= 0, and 1 - v for x &gt; 0, where v 2^64 is given: the derivative of a gated x.
   */
  static Value reflected(Value scaled, Value x) {
    Value plain = fromOne(isPositive(x));
    Value factor = x.ifAbove(0, Value.of(-0x1p-64f), Value.of(0x1p-64f)).orPlainly(plain);
    return scaled.timesPlus(factor, isPositive(x));
  }

  /** 2^-64 (1 - 2 positive). */
  private static Value fromOne(Value positive) {
    return positive.timesPlus(-0x1p-63f, 0x1p-64f);
  }
}
