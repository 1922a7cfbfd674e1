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

  /** The exponent of {@code c.offset}, and its power. */
  private static final float DOWN = 0x1p-25f;

  /** Exponents from here on would leave the float; the polynomial grows instead, beyond any sum. */
  private static final Value LIMIT = Value.of(Value.powerOfTwoOffset(25) + 102);

  private Rows() {}

  private static Reduction reduction(Value z) {
    return Reduction.limited(z, Value.uniform("c.offset"), LIMIT);
  }

  /** exp(x) 2^-N. */
  public static Value exponential(Value x) {
    Value c = x.atLeast(Value.uniform("c.lowest"));
    return Exponential.of(reduction(c)).value(DOWN);
  }

  /** exp(sign x factor) 2^-N. */
  public static Value scaledExponential(Value x) {
    Value c = x.times(Value.uniform("c.sign")).atLeast(Value.uniform("c.lowest"));
    Value rounded = c.times(FACTOR);
    Value excess = fma(c, Value.uniform("-c.factor"), rounded);
    excess = fma(c, Value.uniform("-c.factorLow"), excess);
    return Exponential.of(reduction(rounded).less(excess)).value(DOWN);
  }

  /**
   * A product with a factor of two floats: that of e and 1 / 2, or 1 / 3, comes out as it should.
   */
  public static Value scaled(Value e) {
    return fma(e, FACTOR, e.times(Value.uniform("c.factorLow")));
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

  /** y (dy - total) factor. */
  public static Value softmaxBackward(Value y, Value dy) {
    return scaled(dy.minus(Value.uniform("c.total")).times(y));
  }

  /** (dy - exp(y) total) factor. */
  public static Value logSoftmaxBackward(Value y, Value dy) {
    Value e = Exponential.of(Reduction.of(1, y.atLeast(-104), 64)).value(0x1p-64f);
    return scaled(fma(e, Value.uniform("-c.total"), dy));
  }
}
