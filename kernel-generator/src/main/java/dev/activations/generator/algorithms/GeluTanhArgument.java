package dev.activations.generator.algorithms;

import static dev.activations.generator.expression.Value.fma;

import dev.activations.generator.expression.Value;

/**
 * z = 2 sqrt(2 / pi) (x + 0.044715 x^3) in two floats.
 *
 * @param z the argument
 * @param cubic the cubic term over x without a rounding, for the derivative: x z' = z + 2 x (cubic
 *     + cubicLow)
 * @param cubicLow what it lacks
 */
record GeluTanhArgument(Product z, Value cubic, Value cubicLow) {
  /** gelu_tanh(-ZERO) rounds to 0, and so does the derivative. */
  static final float ZERO = 11.5f;

  /** sigmoid(z(ONE)) rounds to 1. */
  static final float ONE = 5.5f;

  /**
   * 2 sqrt(2 / pi) = 1.5957691216057308 to a multiple of 2^-18, and the rest:
   * constants/numbers.sollya.
   */
  private static final float LINEAR = 418321 * 0x1p-18f;

  private static final float LINEAR_LOW = (float) (1.5957691216057308 - LINEAR);

  /**
   * 2 sqrt(2 / pi) 0.044715 = 0.07135481627260025 to a multiple of 2^-14, and the rest:
   * constants/numbers.sollya.
   */
  private static final float CUBIC = 1169 * 0x1p-14f;

  private static final float CUBIC_LOW = (float) (0.07135481627260025 - CUBIC);

  /** A number plus this, less this, is the number to a multiple of 1/16. */
  private static final float GRID = 0x1.8p19f;

  static GeluTanhArgument of(Value x) {
    // The square to 12 bits, so that the sum of the large terms is exact.
    Value square = x.times(x).plus(GRID).minus(GRID);
    Value rest = fma(x, x, square.negate());
    Value factor = square.timesPlus(CUBIC, LINEAR);
    Value low = rest.timesPlus(CUBIC + CUBIC_LOW, square.timesPlus(CUBIC_LOW, LINEAR_LOW));
    Value z = x.times(factor);
    Value excess = fma(x, low.negate(), fma(x, factor.negate(), z));
    return new GeluTanhArgument(
        new Product(z, excess), factor.minus(LINEAR), low.minus(LINEAR_LOW));
  }
}
