package dev.activations.reference;

/**
 * The functions of the language by their series, summed in an {@link Arithmetic}, which keeps the
 * error of every step; what a truncated series leaves out is added as a radius. So the bounds hold
 * at any precision, and no coefficient comes from another library's approximation.
 *
 * @param <T> the numbers
 */
final class ElementaryFunctions<T> {
  private final Arithmetic<T> arithmetic;
  private final T one;
  private final T two;
  private final T rootOfTwo;
  private final T rootOfTwoPi;
  private final PowerSeries<T> exponential;
  private final PowerSeries<T> areaTangent;
  private final PowerSeries<T> tanhGap;
  private final int halvings;
  private final ErrorFunction<T> errorFunction;

  ElementaryFunctions(Arithmetic<T> arithmetic) {
    this.arithmetic = arithmetic;
    this.one = arithmetic.of(1);
    this.two = arithmetic.of(2);
    this.rootOfTwo = arithmetic.sqrt(two);
    this.rootOfTwoPi = arithmetic.sqrt(arithmetic.scale(arithmetic.pi(), 1));
    int digits = arithmetic.digits();
    // Halving the argument costs one squaring and saves terms; this balances the two.
    this.halvings = 2 + (int) Math.sqrt(digits);
    this.exponential = PowerSeries.exponential(arithmetic, halvings);
    this.areaTangent = PowerSeries.areaTangent(arithmetic);
    this.tanhGap = PowerSeries.tanhGap(arithmetic);
    this.errorFunction = new ErrorFunction<>(arithmetic, this);
  }

  T exp(T z) {
    T extreme = arithmetic.extremeExp(z);
    if (extreme != null) {
      return extreme;
    }
    return arithmetic.isNegative(z)
        ? arithmetic.divide(one, arithmetic.add(one, growth(arithmetic.negate(z))))
        : arithmetic.add(one, growth(z));
  }

  T expm1(T z) {
    T extreme = arithmetic.extremeExp(z);
    if (extreme != null) {
      return arithmetic.subtract(extreme, one);
    }
    if (!arithmetic.isNegative(z)) {
      return growth(z);
    }
    T growth = growth(arithmetic.negate(z));
    return arithmetic.negate(arithmetic.divide(growth, arithmetic.add(one, growth)));
  }

  /**
   * {@code exp(z) - 1} for z not below zero, from {@code exp(2r) - 1 = (exp(r) - 1)(exp(r) + 1)}.
   */
  private T growth(T z) {
    int doublings = Math.max(0, arithmetic.exponent(z) + 1 + halvings);
    T reduced = arithmetic.scale(z, -doublings);
    T growth = arithmetic.multiply(reduced, exponential.sum(reduced));
    for (int i = 0; i < doublings; i++) {
      growth = arithmetic.multiply(growth, arithmetic.add(two, growth));
    }
    return growth;
  }

  /** The logarithm by scaling to [0.7, 1.5]. */
  T log(T z) {
    if (!(arithmetic.compare(z, arithmetic.of(0)) == Arithmetic.Order.ABOVE)) {
      return arithmetic.unknown();
    }
    int power = arithmetic.exponent(z);
    double rest = arithmetic.approximate(arithmetic.scale(z, -power));
    power += Math.getExponent(rest / 0.7);
    T scaled = arithmetic.scale(z, -power);
    T logarithm = log1pNearZero(arithmetic.subtract(scaled, one));
    return power == 0
        ? logarithm
        : arithmetic.add(logarithm, arithmetic.multiply(arithmetic.of(power), log1pNearZero(one)));
  }

  T log1p(T z) {
    double approximate = arithmetic.approximate(z);
    return approximate >= -0.3 && approximate <= 1 ? log1pNearZero(z) : log(arithmetic.add(one, z));
  }

  /**
   * {@code log1p(u) = 2 log1p(u / (1 + sqrt(1 + u)))} twice, which takes [-0.3, 1] to below 0.19,
   * then {@code log1p(v) = 2 artanh(v / (2 + v))}.
   */
  private T log1pNearZero(T u) {
    T reduced = u;
    for (int i = 0; i < 2; i++) {
      T root = arithmetic.sqrt(arithmetic.add(one, reduced));
      reduced = arithmetic.divide(reduced, arithmetic.add(one, root));
    }
    T ratio = arithmetic.divide(reduced, arithmetic.add(two, reduced));
    T sum = areaTangent.sum(arithmetic.multiply(ratio, ratio));
    return arithmetic.scale(arithmetic.multiply(ratio, sum), 3);
  }

  T tanh(T z) {
    boolean negative = arithmetic.isNegative(z);
    T decay = expm1(arithmetic.scale(negative ? z : arithmetic.negate(z), 1));
    T magnitude = arithmetic.divide(decay, arithmetic.add(two, decay));
    return negative ? magnitude : arithmetic.negate(magnitude);
  }

  /** {@code z - tanh(z) = (z cosh(z) - sinh(z)) / cosh(z)}, all terms of one sign. */
  T tanhGap(T z) {
    if (arithmetic.exponent(z) >= -2) {
      return arithmetic.subtract(z, tanh(z));
    }
    T square = arithmetic.multiply(z, z);
    T numerator = arithmetic.multiply(arithmetic.multiply(square, z), tanhGap.sum(square));
    T growth = expm1(z);
    T excess =
        arithmetic.divide(
            arithmetic.scale(arithmetic.multiply(growth, growth), -1), arithmetic.add(one, growth));
    return arithmetic.divide(numerator, arithmetic.add(one, excess));
  }

  T sigmoid(T z) {
    boolean negative = arithmetic.isNegative(z);
    T decay = exp(negative ? z : arithmetic.negate(z));
    return arithmetic.divide(negative ? decay : one, arithmetic.add(one, decay));
  }

  T softplus(T z) {
    T decay = exp(arithmetic.isNegative(z) ? z : arithmetic.negate(z));
    T tail = log1p(decay);
    return arithmetic.isNegative(z) ? tail : arithmetic.add(z, tail);
  }

  T erfc(T z) {
    return errorFunction.erfc(z);
  }

  T normalDistribution(T z) {
    T argument = arithmetic.divide(arithmetic.negate(z), rootOfTwo);
    return arithmetic.scale(errorFunction.erfc(argument), -1);
  }

  T normalDensity(T z) {
    T square = arithmetic.multiply(z, z);
    return arithmetic.divide(exp(arithmetic.negate(arithmetic.scale(square, -1))), rootOfTwoPi);
  }
}
