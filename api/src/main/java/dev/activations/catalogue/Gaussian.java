package dev.activations.catalogue;

import static dev.activations.catalogue.Exponential.scaledExp;

import org.apache.commons.numbers.core.DD;
import org.apache.commons.numbers.gamma.Erf;
import org.apache.commons.numbers.gamma.Erfcx;

/**
 * The normal distribution and GELU. The tail is erfcx(t) exp(-t^2): no 1 + erf, which cancels, and
 * the square keeps its low part. Erf is only asked below 1/2 and Erfcx above, where both are
 * rational functions without an exponential, so that every JVM gives the same bits.
 */
final class Gaussian {
  private static final double SQRT_HALF = 0.7071067811865476;
  private static final double INVERSE_SQRT_TWO_PI = 0.3989422804014327;

  /** Below this |x| the argument of erf is less than 1/2. */
  private static final double CENTRE = 0.7;

  /** exp(-x^2 / 2) underflows before |x| = 40. */
  private static final double SATURATED = 40;

  /** Here exp(-x^2 / 2) is zero even after the largest factor. */
  private static final double FLAT = 60;

  private Gaussian() {}

  /** x Phi(x). */
  static double gelu(double x) {
    if (Math.abs(x) > SATURATED) {
      return x > 0 ? x : -0.0;
    }
    return x <= -CENTRE ? tail(x, DD.of(x)) : x * cdf(DD.of(x));
  }

  /** Phi(x) + x phi(x). */
  static double geluDerivative(double x) {
    if (Math.abs(x) > SATURATED) {
      return x > 0 ? 1 : -0.0;
    }
    if (DerivativeZero.GELU_ERF.isNear(x)) {
      return DerivativeZero.GELU_ERF.at(DD.of(x));
    }
    DD z = DD.of(x);
    if (x <= -CENTRE) {
      double factor = 0.5 * Erfcx.value(-x * SQRT_HALF) + x * INVERSE_SQRT_TWO_PI;
      return scaledExp(factor, minusHalfSquare(z));
    }
    return cdf(z) + density(z, x);
  }

  /** Phi(z). */
  static double cdf(DD z) {
    double x = z.hi();
    if (Math.abs(x) > SATURATED) {
      return x > 0 ? 1 : 0;
    }
    if (x <= -CENTRE) {
      return tail(1, z);
    }
    return x < CENTRE ? 0.5 + 0.5 * Erf.value(x * SQRT_HALF) : 1 - tail(1, z.negate());
  }

  /** factor * phi(z). */
  static double density(DD z, double factor) {
    if (Math.abs(z.hi()) > FLAT) {
      return 0;
    }
    return scaledExp(factor * INVERSE_SQRT_TWO_PI, minusHalfSquare(z));
  }

  /** factor * Phi(z) for z well below zero. */
  private static double tail(double factor, DD z) {
    double scaled = 0.5 * Erfcx.value(-z.hi() * SQRT_HALF);
    return scaledExp(factor * scaled, minusHalfSquare(z));
  }

  private static DD minusHalfSquare(DD z) {
    return z.square().multiply(-0.5);
  }
}
