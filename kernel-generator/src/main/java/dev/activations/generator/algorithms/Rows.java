package dev.activations.generator.algorithms;

import static dev.activations.generator.expression.Value.fma;

import dev.activations.generator.expression.Value;

/**
 * What the row operations compute of an element, with numbers of the row in {@code RowConstants c}.
 *
 * <p>Exponentials are exp(x) 2^-N. For most rows N is 0; where they overflow, or all are small, it
 * is the exponent of the largest one. The largest element is never subtracted before: x - top would
 * be rounded, and cost small probabilities up to 64 units in the last place, while N is an integer.
 */
public final class Rows {
  private static final Value FACTOR = Value.uniform("c.factor");

  private static final Value SCALE = Value.uniform("c.scale");

  /** The exponent of {@code c.offset}, and its power. */
  private static final float DOWN = 0x1p-25f;

  /** Exponents from here on would leave the float; the polynomial grows instead, beyond any sum. */
  private static final Value LIMIT = Value.of(Value.powerOfTwoOffset(25) + 102);

  private Rows() {}

  private static final Value OFFSET = Value.uniform("c.offset");

  private static final Value LOWEST = Value.uniform("c.lowest");

  private static final Value TOTAL = Value.uniform("c.total");

  /** exp(x) 2^-N. */
  public static Value exponential(Value x) {
    return exponential(x, OFFSET, LOWEST);
  }

  private static Value exponential(Value x, Value offset, Value lowest) {
    return Exponential.of(Reduction.limited(x.atLeast(lowest), offset, LIMIT)).value(DOWN);
  }

  /** exp(sign x factor) 2^-N. */
  public static Value scaledExponential(Value x) {
    return scaledExponential(x, OFFSET, LOWEST);
  }

  /**
   * The same, with an N of each element; for a factor of 1 it has the bits of {@link #exponential}.
   */
  public static Value scaledExponential(Value x, Value offset, Value lowest) {
    Value c = x.times(Value.uniform("c.sign")).atLeast(lowest);
    Value rounded = c.times(FACTOR);
    Value excess = fma(c, Value.uniform("-c.factor"), rounded);
    excess = fma(c, Value.uniform("-c.factorLow"), excess);
    Reduction reduction = Reduction.limited(rounded, offset, LIMIT);
    return Exponential.of(reduction.less(excess)).value(DOWN);
  }

  /**
   * A product with a factor of two floats: that of e and 1 / 2, or 1 / 3, comes out as it should.
   */
  public static Value scaled(Value e) {
    return scaled(e, FACTOR, Value.uniform("c.factorLow"));
  }

  /** The same, with a factor of each element. */
  public static Value scaled(Value e, Value high, Value low) {
    return fma(e, high, e.times(low));
  }

  /** x - logarithm, with the logarithm in two floats. */
  public static Value shifted(Value x) {
    return x.minus(Value.uniform("c.logarithm")).minus(Value.uniform("c.logarithmLow"));
  }

  /** x factor - logarithm, with both in two floats. */
  public static Value scaledAndShifted(Value x) {
    // The low part of an infinite product would be of the other sign, or NaN.
    Value finite = x.atLeast(-Float.MAX_VALUE);
    Value low = fma(finite, Value.uniform("c.factorLow"), Value.uniform("-c.logarithmLow"));
    return fma(x, FACTOR, Value.uniform("-c.logarithm")).plus(low);
  }

  /** (x - top) factor - logarithm. */
  public static Value logarithm(Value x) {
    Value distance = x.minus(Value.uniform("c.top"));
    return fma(distance, FACTOR, Value.uniform("-c.logarithm"));
  }

  /**
   * (x - top) (factor + low) - logarithm, with numbers of each element: {@link #scaledAndShifted}
   * for a top of 0, {@link #logarithm} for low parts of 0.
   */
  public static Value shifted(
      Value x, Value top, Value factorLow, Value logarithm, Value logarithmLow) {
    Value distance = x.minus(top);
    Value low = fma(distance.atLeast(-Float.MAX_VALUE), factorLow, logarithmLow.negate());
    return fma(distance, FACTOR, logarithm.negate()).plus(low);
  }

  /**
   * y scale (dy - total) factor: the scale is a power of two, and the factor is at most 2, so that
   * what a small temperature brings back into the range of a float was never out of it.
   */
  public static Value softmaxBackward(Value y, Value dy) {
    return softmaxBackward(y, dy, TOTAL);
  }

  /** The same, with a total of each element. */
  public static Value softmaxBackward(Value y, Value dy, Value total) {
    return scaled(dy.minus(total).times(y.times(SCALE)));
  }

  /**
   * (dy scale - exp(y) 2^-N total) factor: 2^-N is that of the sum of the gradients, so that a
   * probability that is no float keeps its digits next to a large sum.
   */
  public static Value logSoftmaxBackward(Value y, Value dy) {
    return logSoftmaxBackward(y, dy, OFFSET, LOWEST, Value.uniform("-c.total"));
  }

  /** The same, with an N and a total of each element, of the other sign. */
  public static Value logSoftmaxBackward(
      Value y, Value dy, Value offset, Value lowest, Value minusTotal) {
    return scaled(fma(exponential(y, offset, lowest), minusTotal, dy.times(SCALE)));
  }
}
