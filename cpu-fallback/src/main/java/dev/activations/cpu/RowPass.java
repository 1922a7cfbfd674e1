package dev.activations.cpu;

/** What is done to a row from its first column to the last. */
enum RowPass {
  /** Finds the largest element, or the smallest for softmin. */
  TOP,
  /** y = exp(x) 2^-N, and their sum. */
  EXPONENTIALS,
  /** The sum of exp(x) 2^-N without the largest of them, and that one. */
  SUMS,
  /** y = y factor. */
  SCALE,
  /** y = x factor - logarithm. */
  SHIFT,
  /** y = (x - top) factor - logarithm. */
  LOGARITHMS,
  /** The sum of y dy. */
  PRODUCTS,
  /** The sum of dy. */
  GRADIENTS,
  /** Finds the largest of what the forward left. */
  PEAK,
  /** dx = y scale (dy - total) factor. */
  SOFTMAX_BACKWARD,
  /** dx = (dy scale - exp(y) 2^-N total) factor. */
  LOG_SOFTMAX_BACKWARD;

  boolean isOfExponentials() {
    return this == EXPONENTIALS || this == SUMS;
  }

  /** Whether it finds one element. */
  boolean isExtreme() {
    return this == TOP || this == PEAK;
  }

  boolean isSum() {
    return isOfExponentials() || this == PRODUCTS || this == GRADIENTS;
  }

  boolean takesGradient() {
    return this == PRODUCTS
        || this == GRADIENTS
        || this == SOFTMAX_BACKWARD
        || this == LOG_SOFTMAX_BACKWARD;
  }

  boolean writes() {
    return this == EXPONENTIALS || !(isSum() || isExtreme());
  }
}
