package dev.activations.catalogue;

import static dev.activations.catalogue.Exponential.scaledExp;

import org.apache.commons.numbers.core.DD;

/**
 * x tanh(softplus(x)) as a rational function of exp(x): tanh(log(1 + e)) = n / (n + 2) with n = e
 * (e + 2). For x &gt; 0 numerator and denominator are divided by e^2, so that nothing overflows.
 */
final class Mish {
  /** Below this both are zero, and x times anything could overflow first. */
  private static final double ZERO = -1500;

  private Mish() {}

  static double value(double x) {
    if (x > 0) {
      double q = StrictMath.exp(-x);
      return x * (1 + 2 * q) / (1 + 2 * q + 2 * q * q);
    }
    if (x < ZERO) {
      return -0.0;
    }
    double e = StrictMath.exp(x);
    return scaledExp(x * (e + 2) / (e * (e + 2) + 2), DD.of(x));
  }

  static double derivative(double x) {
    if (DerivativeZero.MISH.isNear(x)) {
      return DerivativeZero.MISH.at(DD.of(x));
    }
    if (x > 0) {
      double q = StrictMath.exp(-x);
      double d = 1 + 2 * q + 2 * q * q;
      return (1 + 2 * q) / d + 4 * q * q * (1 + q) * x / (d * d);
    }
    if (x < ZERO) {
      return -0.0;
    }
    double e = StrictMath.exp(x);
    double d = e * (e + 2) + 2;
    return scaledExp(((e + 2) * d + 4 * x * (1 + e)) / (d * d), DD.of(x));
  }
}
