package dev.activations.reference;

import java.util.ArrayList;
import java.util.List;

/**
 * A power series cut off so that its tail is lost in rounding; the last coefficient's radius stands
 * for the whole tail.
 *
 * @param <T> the numbers
 */
final class PowerSeries<T> {
  private static final double BITS_PER_DIGIT = 3.33;

  private final Arithmetic<T> arithmetic;
  private final List<T> coefficients;

  private PowerSeries(Arithmetic<T> arithmetic, List<T> coefficients) {
    this.arithmetic = arithmetic;
    this.coefficients = List.copyOf(coefficients);
  }

  T sum(T z) {
    int last = coefficients.size() - 1;
    T sum = coefficients.get(last);
    for (int i = last - 1; i >= 0; i--) {
      sum = arithmetic.add(coefficients.get(i), arithmetic.multiply(sum, z));
    }
    return sum;
  }

  /** {@code (exp(r) - 1) / r = 1 + r/2! + r**2/3! + ...} for |r| below 2^-bits, bits at least 2. */
  static <T> PowerSeries<T> exponential(Arithmetic<T> arithmetic, int bits) {
    List<T> coefficients = new ArrayList<>();
    T coefficient = arithmetic.of(1);
    double lost = 0;
    for (int k = 2; lost < arithmetic.digits() * BITS_PER_DIGIT; k++) {
      coefficients.add(coefficient);
      coefficient = arithmetic.divide(coefficient, arithmetic.of(k));
      lost += bits + Math.getExponent((double) k);
    }
    return withTail(arithmetic, coefficients, coefficient);
  }

  /** {@code artanh(s) / s = 1 + q/3 + q**2/5 + ...} with q = s**2 below 2^-7. */
  static <T> PowerSeries<T> areaTangent(Arithmetic<T> arithmetic) {
    List<T> coefficients = new ArrayList<>();
    T one = arithmetic.of(1);
    int terms = (int) Math.ceil(arithmetic.digits() * BITS_PER_DIGIT / 7);
    for (int k = 0; k < terms; k++) {
      coefficients.add(arithmetic.divide(one, arithmetic.of(2.0 * k + 1)));
    }
    return withTail(
        arithmetic, coefficients, arithmetic.divide(one, arithmetic.of(2.0 * terms + 1)));
  }

  /** {@code (z cosh(z) - sinh(z)) / z**3 = 2/3! + 4 q/5! + 6 q**2/7! + ...}, q = z**2 below 1/4. */
  static <T> PowerSeries<T> tanhGap(Arithmetic<T> arithmetic) {
    List<T> coefficients = new ArrayList<>();
    T inverseFactorial = arithmetic.divide(arithmetic.of(1), arithmetic.of(6));
    double lost = 0;
    int k = 1;
    for (; lost < arithmetic.digits() * BITS_PER_DIGIT; k++) {
      coefficients.add(arithmetic.multiply(arithmetic.of(2.0 * k), inverseFactorial));
      double next = (2.0 * k + 2) * (2.0 * k + 3);
      inverseFactorial = arithmetic.divide(inverseFactorial, arithmetic.of(next));
      lost += 2 + Math.getExponent(next);
    }
    T tail = arithmetic.multiply(arithmetic.of(2.0 * k), inverseFactorial);
    return withTail(arithmetic, coefficients, tail);
  }

  /** In each series here the tail, from its first term on, is below twice that term. */
  private static <T> PowerSeries<T> withTail(Arithmetic<T> arithmetic, List<T> head, T first) {
    head.add(arithmetic.widen(first, first));
    return new PowerSeries<>(arithmetic, head);
  }
}
