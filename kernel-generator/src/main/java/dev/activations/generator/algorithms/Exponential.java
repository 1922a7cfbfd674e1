package dev.activations.generator.algorithms;

import static dev.activations.generator.expression.Value.fma;

import dev.activations.generator.expression.Value;

/** e^z as a polynomial times a power of two. */
final class Exponential {
  private final Reduction reduction;

  private Exponential(Reduction reduction) {
    this.reduction = reduction;
  }

  static Exponential of(Reduction reduction) {
    return new Exponential(reduction);
  }

  /** e^z 2^bias, error 0.89 ULP (z = -5.8635397). */
  Value value() {
    return value(1);
  }

  /**
   * e / (1 + e), multiplied with 2^bias = 1 / down: where e is small more exact than a fraction.
   */
  Value logistic(float down) {
    Value e = value();
    return e.over(e.timesPlus(down, 1));
  }

  /** e^z 2^bias times another power of two. */
  Value value(float scale) {
    // constants/exponential.sollya: exp
    return polynomial(
            scale,
            scale,
            0x1.fffffcp-2f * scale,
            0x1.55549p-3f * scale,
            0x1.5558ap-5f * scale,
            0x1.123ac6p-7f * scale,
            0x1.6a6034p-10f * scale)
        .times(reduction.power());
  }

  /** e^z of {@link Reduction#even}, infinity where it overflows. */
  Value valueOfEven() {
    // constants/exponential.sollya: exp of twice the range
    Value p =
        polynomial(
            0x1p0f,
            0x1p0f,
            0x1.00000cp-1f,
            0x1.555512p-3f,
            0x1.5549dep-5f,
            0x1.11272ep-7f,
            0x1.71c43ep-10f,
            0x1.9baac2p-13f);
    return p.times(reduction.power()).times(reduction.power());
  }

  /** e^(factor r) - 1, without the power. */
  Value restMinusOne() {
    Value rest = reduction.rest();
    float factor = reduction.factor();
    Value linear = factor == 1 ? rest : factor == -1 ? rest.negate() : rest.times(factor);
    return fma(rest.times(rest), quotient(factor * factor), linear);
  }

  /** A number times e^z 2^bias, with a rounding less than the product with {@link #value}. */
  Value of(Value number) {
    return fma(number, restMinusOne(), number).times(reduction.power());
  }

  /** 1 - e^z, for a factor of -1 and a bias of 0: +0 for z = 0. */
  Value oneMinus() {
    Value rest = reduction.rest();
    Value oneMinusRest = fma(rest.times(rest), quotient(-1), rest);
    return fma(reduction.power(), oneMinusRest, Value.of(1).minus(reduction.power()));
  }

  /** (e^z - 1 - z) / z^2 of z = factor r, times a power of two or minus one. */
  private Value quotient(float scale) {
    // constants/exponential.sollya: expm1
    return polynomial(
        0x1.fffffep-2f * scale,
        0x1.5554bp-3f * scale,
        0x1.555718p-5f * scale,
        0x1.1227b8p-7f * scale,
        0x1.6b7186p-10f * scale);
  }

  /** A polynomial of factor r. */
  private Value polynomial(float... coefficients) {
    float power = 1;
    for (int i = 0; i < coefficients.length; i++) {
      coefficients[i] *= power;
      power *= reduction.factor();
    }
    return Polynomial.of(reduction.rest(), coefficients);
  }

  /** 2^(n + bias). */
  Value power() {
    return reduction.power();
  }
}
