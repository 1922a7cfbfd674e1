package dev.activations.tornado.functions;

/**
 * Functions with a parabola, as {@code PiecewiseQuadraticFunctions} of the catalogue defines them.
 */
public final class PiecewiseQuadraticFunctions {
  private PiecewiseQuadraticFunctions() {}

  /**
   * max(0, x)^2.
   *
   * @param x any float
   * @return the value
   */
  @MaxError(ulps = 0.51, floor = 0)
  public static float reluSquared(float x) {
    return Float.isNaN(x) ? x : x > 0f ? x * x : 0f;
  }

  /**
   * The derivative of {@link #reluSquared}.
   *
   * @param x any float
   * @return 2 max(0, x)
   */
  @MaxError(ulps = 0, floor = 0)
  public static float reluSquaredDerivative(float x) {
    return Float.isNaN(x) ? x : x > 0f ? 2f * x : 0f;
  }

  /**
   * 0 if x &lt;= -3 else x if x &gt;= 3 else x (x + 3) / 6.
   *
   * @param x any float
   * @return the value
   */
  @MaxError(ulps = 2.2, floor = 0)
  public static float hardSwish(float x) {
    return Float.isNaN(x) ? x : x > -3f ? (x < 3f ? x * (x + 3f) / 6f : x) : 0f;
  }

  /**
   * The derivative of {@link #hardSwish}, 0 at -3 and 1 at 3.
   *
   * @param x any float
   * @return the derivative
   */
  @MaxError(ulps = 1.1, floor = 0)
  public static float hardSwishDerivative(float x) {
    // 2 x + 3 over 6: exact next to the zero at -1.5.
    return Float.isNaN(x) ? x : x > -3f ? (x < 3f ? (2f * x + 3f) / 6f : 1f) : 0f;
  }

  /**
   * 0 if x &lt;= -1 else (x + 1)^2 / 4 if x &lt; 1 else x.
   *
   * @param x any float
   * @return the value
   */
  @MaxError(ulps = 2.2, floor = 0)
  public static float sparsePlus(float x) {
    float root = 0.5f * (x + 1f);
    return Float.isNaN(x) ? x : x > -1f ? (x < 1f ? root * root : x) : 0f;
  }

  /**
   * The derivative of {@link #sparsePlus}, 0 at -1 and 1 at 1.
   *
   * @param x any float
   * @return the derivative
   */
  @MaxError(ulps = 0.51, floor = 0)
  public static float sparsePlusDerivative(float x) {
    return Float.isNaN(x) ? x : x > -1f ? (x < 1f ? 0.5f * (x + 1f) : 1f) : 0f;
  }
}
