package dev.activations.cpu.kernels;

/** Floats that compare with other floats as a double does. */
public final class Bounds {
  private Bounds() {}

  /**
   * The largest float that is not above a number: a float is above one exactly when it is above the
   * other.
   *
   * @param value any number
   * @return the float
   */
  public static float below(double value) {
    float near = (float) value;
    return near > value ? Math.nextDown(near) : near;
  }

  /**
   * The smallest float that is not below a number.
   *
   * @param value any number
   * @return the float
   */
  public static float above(double value) {
    return -below(-value);
  }
}
