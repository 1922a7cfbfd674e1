package dev.activations.reference;

import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/**
 * An arbitrary-precision number and a bound of its distance from the number it stands for.
 *
 * @param value the centre
 * @param error the radius, of few digits; negative if nothing is known
 */
record Ball(Apfloat value, Apfloat error) {
  static final Ball UNKNOWN = new Ball(Apfloat.ZERO, new Apfloat(-1));

  boolean isUnknown() {
    return error.signum() < 0;
  }

  boolean isExactZero() {
    return value.signum() == 0 && error.signum() == 0;
  }

  /** The error relative to the value is at most 2^-bits, or the error at most 2^floor. */
  boolean isWithin(int bits, int floor) {
    if (isUnknown()) {
      return false;
    }
    Apfloat two = new Apfloat(2, 20);
    return error.multiply(ApfloatMath.pow(two, bits)).compareTo(ApfloatMath.abs(value)) <= 0
        || error.multiply(ApfloatMath.pow(two, -floor)).compareTo(Apfloat.ONE) <= 0;
  }
}
