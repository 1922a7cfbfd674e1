package dev.activations.generator.algorithms;

import dev.activations.generator.expression.Value;

/** Polynomials by Horner's rule. */
final class Polynomial {
  private Polynomial() {}

  /** c0 + x (c1 + x (c2 + ...)). */
  static Value of(Value x, float... coefficients) {
    int last = coefficients.length - 1;
    Value sum = x.timesPlus(coefficients[last], coefficients[last - 1]);
    for (int i = last - 2; i >= 0; i--) {
      sum = sum.timesPlus(x, coefficients[i]);
    }
    return sum;
  }
}
