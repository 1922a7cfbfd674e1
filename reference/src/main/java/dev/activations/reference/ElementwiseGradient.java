package dev.activations.reference;

import dev.activations.ErrorBound;

/**
 * The backward of an elementwise function at one element, dx = dy f'(x), and the measure of its
 * errors: what the bound of the derivative allows at f'(x), in ULP of f'(x) (half a subnormal step
 * where it vanishes) or absolute, times |dy|; and half an ULP of dx, by which the product is
 * rounded.
 *
 * <p>The derivative is a float32 before it is multiplied: where it rounds to infinity, so does the
 * product, or it is NaN for dy = 0; where it rounds to zero, an infinite dy gives NaN.
 */
public final class ElementwiseGradient {
  private static final double OVERFLOW = 0x1.ffffffp127;

  private final double slope;
  private final float dy;
  private final double doubt;

  /**
   * The backward at an element.
   *
   * @param slope the true f'(x)
   * @param bound what the backend keeps for f'
   * @param dy the gradient of the output
   */
  public ElementwiseGradient(double slope, ErrorBound bound, float dy) {
    this.slope = slope;
    this.dy = dy;
    this.doubt =
        slope == 0 ? bound.floor() : Math.max(bound.ulps() / Ulp.unitsPerOne(slope), bound.floor());
  }

  /**
   * The true value.
   *
   * @return dy f'(x), of a float32 f'(x) where that or dy is not finite
   */
  public double expected() {
    float narrow = (float) slope;
    return Float.isInfinite(narrow) || Float.isInfinite(dy) ? (double) dy * narrow : dy * slope;
  }

  /**
   * How far off a result may be.
   *
   * @return an absolute error
   */
  public double accepted() {
    double expected = expected();
    return Math.abs(dy) * doubt + 0.5 / Ulp.unitsPerOne(expected);
  }

  /**
   * How far off the derivative is, when half an ULP of dx is put down to the rounding of the
   * product.
   *
   * @param dx what a backend gave: finite, as the true value is
   * @return an error in ULP of f'(x): 0 where rounding the product tells it all
   */
  public double ulps(float dx) {
    double expected = expected();
    double off = Math.abs(dx - expected) - 0.5 / Ulp.unitsPerOne(expected);
    return off > 0 ? off / Math.abs(dy) * Ulp.unitsPerOne(slope) : 0;
  }

  /**
   * Judges a result.
   *
   * @param dx what a backend gave
   * @return whether it is within the bound
   */
  public boolean accepts(float dx) {
    double expected = expected();
    if (Ulp.error(dx, expected) <= 0.5) {
      return dx != 0 || isSigned(dx);
    }
    // f'(x) may have been rounded to the other side of the end of the float line, or of zero.
    boolean mayOverflow = Math.abs(slope) + doubt >= OVERFLOW;
    if (mayOverflow
        && Double.compare(dx, dy * Math.copySign(Double.POSITIVE_INFINITY, slope)) == 0) {
      return true;
    }
    boolean mayVanish = slope != 0 && Math.abs(slope) <= doubt;
    if (Float.isInfinite(dy)) {
      return mayVanish && (Float.isNaN(dx) || Float.isInfinite(dx));
    }
    return Ulp.isWithin(dx, expected, 0, accepted()) && (dx != 0 || isSigned(dx) || mayVanish);
  }

  /** A zero has the sign of the product. */
  private boolean isSigned(float zero) {
    double product = dy * Math.signum(slope);
    return Math.copySign(1, zero) == Math.copySign(1, product == 0 ? dy * slope : product);
  }
}
