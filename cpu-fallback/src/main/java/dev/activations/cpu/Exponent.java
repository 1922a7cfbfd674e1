package dev.activations.cpu;

import org.apache.commons.numbers.core.DD;

/**
 * sign (x - maximum) / temperature as the sum of two doubles: rounded to one it would cost exp up
 * to ten bits.
 */
final class Exponent {
  /** exp is zero below this, in double as in float, whatever double it is multiplied with. */
  private static final double UNDERFLOW = -1500;

  /** exp is no normal double below this. */
  private static final double SUBNORMAL = -700;

  final double high;
  final double low;

  private Exponent(double high, double low) {
    this.high = high;
    this.low = low;
  }

  static Exponent of(double sign, double x, double maximum, double temperature) {
    double plain = sign * (x - maximum) / temperature;
    if (Double.isInfinite(x - maximum) && !Double.isInfinite(x) && !Double.isInfinite(maximum)) {
      return of(sign, 0.25 * x, 0.25 * maximum, 0.25 * temperature);
    }
    if (!(plain > UNDERFLOW)) {
      return new Exponent(plain, 0);
    }
    DD difference = DD.ofDifference(sign * x, sign * maximum);
    if (temperature == 1) {
      return new Exponent(difference.hi(), difference.lo());
    }
    DD quotient = difference.divide(DD.of(temperature));
    return quotient.isFinite()
        ? new Exponent(quotient.hi(), quotient.lo())
        : new Exponent(plain, 0);
  }

  /** A factor times e^this: an exponential that is no normal double keeps its digits in it. */
  double exp(double factor) {
    if (high > SUBNORMAL) {
      return factor * exp();
    }
    double half = StrictMath.exp(0.5 * high);
    double product = half * (factor * half);
    return product + product * low;
  }

  double exp() {
    double e = StrictMath.exp(high);
    return e + e * low;
  }
}
