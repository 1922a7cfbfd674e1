package dev.activations.catalogue;

/**
 * A formula in double precision for finite x: accurate to a few ULP of double over all of them,
 * tails, subnormal numbers and the neighbourhood of zeros included.
 */
@FunctionalInterface
interface Definition {
  /**
   * The formula at one point.
   *
   * @param x a finite number
   * @param p the values of all parameters, in the order of the entry
   * @return the value
   */
  double at(double x, double[] p);
}
