package dev.activations.tornado.kernels;

/**
 * Products of a probability, a gradient and 1 / T that leave the range of a float on the way at no
 * step, whatever the order of their magnitudes: each factor is brought near 1, and what that took
 * is a power of two with a cube root, by which the product is multiplied three times.
 */
final class Products {
  /** Below, a probability is multiplied with 2^84. */
  private static final float SMALL = 0x1p-64f;

  private Products() {}

  /** Whether a probability is raised. */
  static float raised(float p) {
    return p < SMALL ? p * 0x1p84f : p;
  }

  /** The cube root of what takes {@link #raised} back. */
  static float root(float p) {
    return p < SMALL ? 0x1p-28f : 1f;
  }

  /** A sum, at most 2^97, away from zero. */
  static float near(float sum) {
    return isLow(sum) ? sum * 0x1p63f : sum;
  }

  /** The cube root of what takes {@link #near} back. */
  static float rootOfNear(float sum) {
    return isLow(sum) ? 0x1p-21f : 1f;
  }

  /** Any gradient, away from zero and from the end of the range. */
  static float centred(float gradient) {
    return isLow(gradient) ? gradient * 0x1p96f : gradient * 0x1p-33f;
  }

  /** The cube root of what takes {@link #centred} back. */
  static float rootOfCentred(float gradient) {
    return isLow(gradient) ? 0x1p-32f : 0x1p11f;
  }

  /** product root^3. */
  static float cubed(float product, float root) {
    return product * root * root * root;
  }

  private static boolean isLow(float value) {
    return (value < 0f ? -value : value) < 1f;
  }
}
