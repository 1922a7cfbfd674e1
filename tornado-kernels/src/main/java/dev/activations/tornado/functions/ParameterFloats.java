package dev.activations.tornado.functions;

/** Turns the parameters of the catalogue, which are doubles, into the floats of a kernel. */
final class ParameterFloats {
  private static final double SMALLEST = 0x1p-100;
  private static final double LARGEST = 0x1p100;

  private ParameterFloats() {}

  /** A parameter that float32 can work with, zero included. */
  static double checked(String name, double value) {
    if (value != 0 && !(Math.abs(value) >= SMALLEST && Math.abs(value) <= LARGEST)) {
      throw refused(name, "0 or a magnitude of 2^-100 to 2^100", value);
    }
    return value;
  }

  /** A parameter above zero that float32 can work with. */
  static double checkedPositive(String name, double value) {
    if (!(value >= SMALLEST && value <= LARGEST)) {
      throw refused(name, "2^-100 to 2^100", value);
    }
    return value;
  }

  private static IllegalArgumentException refused(String name, String expected, double value) {
    return new IllegalArgumentException(
        name + ": float32 kernels take " + expected + ", found " + value + "; use the cpu backend");
  }

  /** What a float leaves of a double; of zero the same zero, so that products keep its sign. */
  static float low(double value) {
    return value == 0 ? (float) value : (float) (value - (float) value);
  }

  /**
   * The largest float that is not above a double: x is above one exactly when it is above the
   * other.
   */
  static float below(double value) {
    float near = (float) value;
    return near > value ? Math.nextDown(near) : near;
  }

  /** The smallest float that is not below a double. */
  static float above(double value) {
    return -below(-value);
  }

  /** The first 11 bits of a divisor: products with the quotient's 13 bits are exact. */
  static float divisor(double value) {
    double unit = Math.scalb(1.0, Math.getExponent(value) - 10);
    return (float) (Math.rint(value / unit) * unit);
  }

  /** The other bits of a divisor. */
  static float divisorLow(double value) {
    return (float) (value - divisor(value));
  }
}
