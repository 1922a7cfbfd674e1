package dev.activations.generator.algorithms;

import static dev.activations.generator.expression.Value.fma;

import dev.activations.generator.expression.Uniform;
import dev.activations.generator.expression.Value;

/**
 * A product in two floats.
 *
 * @param rounded the product, rounded
 * @param excess what it has too much: rounded - excess is the product
 */
record Product(Value rounded, Value excess) {
  /** x times a parameter in double precision. */
  static Product of(Value x, Uniform factor) {
    Value rounded = x.times(factor.high());
    Value excess = fma(x, factor.negate().high(), rounded);
    return new Product(rounded, fma(x, factor.negate().low(), excess));
  }

  /** x^2. */
  static Product square(Value x) {
    Value rounded = x.times(x);
    return new Product(rounded, fma(x, x.negate(), rounded));
  }
}
