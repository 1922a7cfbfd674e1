package dev.activations.catalogue;

import static dev.activations.catalogue.Exponential.exp;
import static dev.activations.catalogue.Exponential.scaledExp;

import java.math.BigDecimal;
import org.apache.commons.numbers.core.DD;

/**
 * The logistic sigmoid and what is built on it, in stable forms: the exponential is only ever taken
 * of -|z|, so nothing overflows, and no result comes from a difference of nearly equal numbers.
 */
final class Logistic {
  private static final DD QUICK = DD.from(new BigDecimal("1.702"));
  private static final DD CUBIC = DD.from(new BigDecimal("0.044715"));

  /** 2 sqrt(2 / pi) = 1.595769121605730711759542260936. */
  private static final DD TWICE_ROOT =
      DD.from(new BigDecimal("1.5957691216057307117597842397375274738"));

  /** From here on gelu_tanh is x or zero: 2u is far past the range of exp. */
  private static final double SATURATED = 40;

  /** exp(-FLAT) is zero, and so is its product with anything that stands before it here. */
  private static final double FLAT = 1500;

  private Logistic() {}

  /** 1 / (1 + exp(-z)). */
  static double sigmoid(DD z) {
    double e = expOfMinusAbs(z);
    return (z.hi() < 0 ? e : 1) / (1 + e);
  }

  /** The derivative of the sigmoid, exp(-|z|) / (1 + exp(-|z|))^2. */
  static double sigmoidDerivative(DD z) {
    double e = expOfMinusAbs(z);
    return e / ((1 + e) * (1 + e));
  }

  /** log(1 + exp(z)) / beta with z = beta x. */
  static double softplus(double x, double beta) {
    DD z = Exponential.product(beta, x);
    double tail = StrictMath.log1p(expOfMinusAbs(z)) / beta;
    if (z.hi() >= 0) {
      return x + tail;
    }
    return z.hi() < -40 ? scaledExp(1 / beta, z) : tail;
  }

  /** x * sigmoid(z). */
  static double gated(double x, DD z) {
    double e = expOfMinusAbs(z);
    return z.hi() < 0 ? scaledExp(x, z) / (1 + e) : x / (1 + e);
  }

  /** The derivative of x * sigmoid(beta x), which depends on z = beta x alone. */
  static double gatedDerivative(DD z) {
    if (DerivativeZero.SILU.isNear(z.hi())) {
      return DerivativeZero.SILU.at(z);
    }
    return slope(z.hi(), z);
  }

  static DD quickArgument(double x) {
    DD z = QUICK.multiply(x);
    return z.isFinite() ? z : DD.of(1.702 * x);
  }

  static double geluTanh(double x) {
    if (Math.abs(x) > SATURATED) {
      return x > 0 ? x : -0.0;
    }
    return gated(x, geluTanhArgument(x));
  }

  static double geluTanhDerivative(double x) {
    if (Math.abs(x) > SATURATED) {
      return x > 0 ? 1 : -0.0;
    }
    if (DerivativeZero.GELU_TANH.isNear(x)) {
      return DerivativeZero.GELU_TANH.at(DD.of(x));
    }
    double inner = TWICE_ROOT.hi() * (1 + 3 * CUBIC.hi() * x * x);
    return slope(x * inner, geluTanhArgument(x));
  }

  /** 2 u = 2 sqrt(2 / pi) (x + 0.044715 x^3). */
  private static DD geluTanhArgument(double x) {
    return TWICE_ROOT.multiply(DD.ofSquare(x).multiply(CUBIC).add(1).multiply(x));
  }

  /** sigmoid(z) (1 + w sigmoid(-z)): the derivative of x sigmoid(z(x)) with w = x z'(x). */
  private static double slope(double w, DD z) {
    if (Math.abs(z.hi()) > FLAT) {
      return z.hi() > 0 ? 1 : -0.0;
    }
    double e = expOfMinusAbs(z);
    return z.hi() < 0 ? scaledExp(1 + w / (1 + e), z) / (1 + e) : (1 + w * e / (1 + e)) / (1 + e);
  }

  private static double expOfMinusAbs(DD z) {
    return exp(z.hi() < 0 ? z : z.negate());
  }
}
