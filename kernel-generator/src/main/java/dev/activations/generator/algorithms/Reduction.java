package dev.activations.generator.algorithms;

import static dev.activations.generator.expression.Value.fma;

import dev.activations.generator.expression.Value;

/**
 * e^(factor z) as a power of two times e^(factor r): n = factor z / ln 2 rounded to an integer, and
 * r such that |factor r| is at most ln 2 / 2. The factor is a power of two, or minus one, for then
 * it costs nothing.
 *
 * <p>The power is 2^(n + bias): with a bias, products with it are normal floats even where e^z is
 * subnormal, and a last multiplication with 2^-bias rounds them once.
 *
 * @param factor a power of two, or minus one
 * @param rest r
 * @param power 2^(n + bias)
 */
record Reduction(float factor, Value rest, Value power) {
  /** 1 / ln 2: constants/exponential.sollya. */
  private static final float INVERSE_LN2 = 0x1.715476p0f;

  /** ln 2, and what the float leaves of it: constants/exponential.sollya. */
  private static final float LN2 = 0x1.62e43p-1f;

  private static final float LN2_LOW = -0x1.05c61p-29f;

  /** For every n such that 2^(n + bias) is a normal float. */
  static Reduction of(float factor, Value z, int bias) {
    return of(factor, z, Value.of(Value.powerOfTwoOffset(bias)));
  }

  /** Of an argument of two floats: what z loses by rounding costs e^z up to |z| 2^-24. */
  static Reduction of(float factor, Product z, int bias) {
    return of(factor, z.rounded(), bias).less(z.excess());
  }

  private static Reduction of(float factor, Value z, Value offset) {
    return of(factor, z, offset, z.timesPlus(factor * INVERSE_LN2, offset));
  }

  private static Reduction of(float factor, Value z, Value offset, Value sum) {
    Value n = sum.minus(offset);
    Value near = fma(n, Value.of(-LN2 / factor), z);
    return new Reduction(factor, fma(n, Value.of(-LN2_LOW / factor), near), sum.powerOfTwo());
  }

  /**
   * With {@link Value#powerOfTwoOffset} of the bias, and what it and n are limited to: where n is,
   * r grows instead.
   */
  static Reduction limited(Value z, Value offset, Value limit) {
    return of(1, z, offset, z.timesPlus(INVERSE_LN2, offset).limitedTo(limit));
  }

  /** For |n| up to 30, where ln 2 need not have two floats. */
  static Reduction near(float factor, Value z) {
    Value offset = Value.of(Value.powerOfTwoOffset(0));
    Value sum = z.timesPlus(factor * INVERSE_LN2, offset);
    Value rest = fma(sum.minus(offset), Value.of(-LN2 / factor), z);
    return new Reduction(factor, rest, sum.powerOfTwo());
  }

  /** For |n| up to 30. */
  static Reduction near(float factor, Product z) {
    return near(factor, z.rounded()).less(z.excess());
  }

  /**
   * With n even and the power 2^(n / 2), a normal float for every z from -104.5 on. Where z is so
   * large that n is limited, r grows instead.
   */
  static Reduction even(Value z) {
    float offset = Value.powerOfTwoOffset(0);
    Value sum = z.timesPlus(0.5f * INVERSE_LN2, offset).limitedTo(offset + 64);
    Value half = sum.minus(offset);
    Value near = fma(half, Value.of(-2 * LN2), z);
    return new Reduction(1, fma(half, Value.of(-2 * LN2_LOW), near), sum.powerOfTwo());
  }

  /** Takes what the argument has too much. */
  Reduction less(Value excess) {
    return new Reduction(factor, rest.minus(excess), power);
  }
}
