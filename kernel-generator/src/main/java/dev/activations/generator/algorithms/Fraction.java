package dev.activations.generator.algorithms;

import dev.activations.generator.expression.Value;

/**
 * e^z as a fraction, 2^n (R + r) / (R - r): R = r coth(r / 2) is even in r, so that a polynomial of
 * three terms is enough. Whoever divides anyway divides by the denominator on the way, and saves
 * three of the operations that {@link Exponential} takes.
 *
 * @param power 2^(n + bias)
 * @param numerator R + r
 * @param denominator R - r
 * @param even R
 * @param odd r
 */
record Fraction(Value power, Value numerator, Value denominator, Value even, Value odd) {
  /** For a factor of 1, -1, 2 or -2; both R and r are divided by its magnitude. */
  static Fraction of(Reduction reduction) {
    Value r = reduction.rest();
    float scale = Math.abs(reduction.factor());
    // constants/exponential.sollya: fraction
    Value even =
        Polynomial.of(
            r.times(r), 2 / scale, 0x1.55551ep-3f * scale, -0x1.6aa37ap-9f * scale * scale * scale);
    boolean up = reduction.factor() > 0;
    Value plus = even.plus(r);
    Value minus = even.minus(r);
    return new Fraction(reduction.power(), up ? plus : minus, up ? minus : plus, even, r);
  }

  /** e^z 2^bias times the denominator. */
  Value scaled() {
    return numerator.times(power);
  }

  /** e / (1 + e), multiplied with 2^bias = 1 / down. */
  Value logistic(float down) {
    Value u = scaled();
    return u.over(u.timesPlus(down, denominator));
  }
}
