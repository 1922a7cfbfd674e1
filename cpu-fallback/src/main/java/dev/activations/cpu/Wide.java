package dev.activations.cpu;

/**
 * A double and a power of two beside it, so that products of any doubles neither overflow nor lose
 * digits below the normal numbers. Used again and again, so that no call allocates.
 */
final class Wide {
  /** The logarithm of 2, to 32 bits, of which multiples are exact, and the rest. */
  private static final double LOG_2_HIGH = 6.93147180369123816490e-01;

  private static final double LOG_2_LOW = 1.90821492927058770002e-10;

  /** e^x is nothing below this, whatever doubles it is multiplied with. */
  private static final double NOTHING = -6000;

  private double number;
  private int exponent;

  Wide set(double value) {
    number = 1;
    exponent = 0;
    return times(value);
  }

  Wide set(Wide other) {
    number = other.number;
    exponent = other.exponent;
    return this;
  }

  /** Of a sum that was scaled. */
  Wide scaled(int power) {
    exponent += power;
    return this;
  }

  Wide times(double factor) {
    int power = Math.getExponent(factor);
    number *= Math.scalb(factor, -power);
    exponent += power;
    return this;
  }

  Wide times(Wide factor) {
    number *= factor.number;
    exponent += factor.exponent;
    return this;
  }

  /** Times e^x of an x that is not positive. */
  Wide timesExp(double x) {
    double power = x < NOTHING ? 0 : Math.rint(x / LOG_2_HIGH);
    number *= StrictMath.exp((x - power * LOG_2_HIGH) - power * LOG_2_LOW);
    exponent += (int) power;
    return this;
  }

  Wide plus(Wide term) {
    return add(term, 1);
  }

  Wide minus(Wide term) {
    return add(term, -1);
  }

  private Wide add(Wide term, int sign) {
    if (number == 0) {
      exponent = term.exponent;
    }
    if (term.number != 0) {
      int larger = Math.max(exponent, term.exponent);
      number =
          Math.scalb(number, exponent - larger)
              + sign * Math.scalb(term.number, term.exponent - larger);
      exponent = larger;
    }
    return this;
  }

  /** Divided, as a double. */
  double over(double divisor) {
    int power = Math.getExponent(divisor);
    return Math.scalb(number / Math.scalb(divisor, -power), exponent - power);
  }
}
