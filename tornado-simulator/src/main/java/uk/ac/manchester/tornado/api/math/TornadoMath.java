package uk.ac.manchester.tornado.api.math;

/** Mathematics for kernels, where it differs from Java's with the semantics of devices. */
public class TornadoMath {
  private TornadoMath() {}

  /**
   * The smaller one as devices compute it: of a number and NaN, the number.
   *
   * @param a a number
   * @param b a number
   * @return the smaller one
   */
  public static float min(float a, float b) {
    return Float.isNaN(a) ? b : Float.isNaN(b) ? a : Math.min(a, b);
  }

  /**
   * The larger one as devices compute it: of a number and NaN, the number.
   *
   * @param a a number
   * @param b a number
   * @return the larger one
   */
  public static float max(float a, float b) {
    return Float.isNaN(a) ? b : Float.isNaN(b) ? a : Math.max(a, b);
  }

  /**
   * The absolute value.
   *
   * @param a a number
   * @return |a|
   */
  public static float abs(float a) {
    return Math.abs(a);
  }

  /**
   * The exponential function.
   *
   * @param value a number
   * @return e to the power of the value
   */
  public static float exp(float value) {
    return (float) Math.exp(value);
  }

  /**
   * The square root.
   *
   * @param value a number
   * @return the root
   */
  public static float sqrt(float value) {
    return (float) Math.sqrt(value);
  }

  /**
   * The number of an interval that is nearest to a value.
   *
   * @param val a number
   * @param min the least result
   * @param max the largest result
   * @return that number
   */
  public static float clamp(float val, float min, float max) {
    return max(min, min(max, val));
  }

  /**
   * Rounds down.
   *
   * @param f a number
   * @return the integer
   */
  public static float floor(float f) {
    return (float) Math.floor(f);
  }

  /**
   * Rounds up.
   *
   * @param f a number
   * @return the integer
   */
  public static float ceil(float f) {
    return (float) Math.ceil(f);
  }

  /**
   * The natural logarithm.
   *
   * @param value a number
   * @return the logarithm
   */
  public static float log(float value) {
    return (float) Math.log(value);
  }

  /**
   * The hyperbolic tangent.
   *
   * @param value a number
   * @return the tangent
   */
  public static float tanh(float value) {
    return (float) Math.tanh(value);
  }

  /**
   * A power.
   *
   * @param a the base
   * @param b the exponent
   * @return a to the power of b
   */
  public static float pow(float a, float b) {
    return (float) Math.pow(a, b);
  }

  /**
   * The sign as devices compute it: of NaN it is zero.
   *
   * @param value a number
   * @return -1, 0 or 1
   */
  public static float signum(float value) {
    return Float.isNaN(value) ? 0 : Math.signum(value);
  }

  /**
   * The smaller one as devices compute it: of a number and NaN, the number.
   *
   * @param a a number
   * @param b a number
   * @return the smaller one
   */
  public static double min(double a, double b) {
    return Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.min(a, b);
  }

  /**
   * The larger one as devices compute it: of a number and NaN, the number.
   *
   * @param a a number
   * @param b a number
   * @return the larger one
   */
  public static double max(double a, double b) {
    return Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.max(a, b);
  }

  /**
   * The absolute value.
   *
   * @param a a number
   * @return |a|
   */
  public static double abs(double a) {
    return Math.abs(a);
  }

  /**
   * The exponential function.
   *
   * @param value a number
   * @return e to the power of the value
   */
  public static double exp(double value) {
    return Math.exp(value);
  }

  /**
   * The square root.
   *
   * @param value a number
   * @return the root
   */
  public static double sqrt(double value) {
    return Math.sqrt(value);
  }

  /**
   * The number of an interval that is nearest to a value.
   *
   * @param val a number
   * @param min the least result
   * @param max the largest result
   * @return that number
   */
  public static double clamp(double val, double min, double max) {
    return max(min, min(max, val));
  }

  /**
   * Rounds down.
   *
   * @param f a number
   * @return the integer
   */
  public static double floor(double f) {
    return Math.floor(f);
  }

  /**
   * Rounds up.
   *
   * @param f a number
   * @return the integer
   */
  public static double ceil(double f) {
    return Math.ceil(f);
  }

  /**
   * The natural logarithm.
   *
   * @param value a number
   * @return the logarithm
   */
  public static double log(double value) {
    return Math.log(value);
  }

  /**
   * The hyperbolic tangent.
   *
   * @param value a number
   * @return the tangent
   */
  public static double tanh(double value) {
    return Math.tanh(value);
  }

  /**
   * A power.
   *
   * @param a the base
   * @param b the exponent
   * @return a to the power of b
   */
  public static double pow(double a, double b) {
    return Math.pow(a, b);
  }

  /**
   * The sign as devices compute it: of NaN it is zero.
   *
   * @param value a number
   * @return -1, 0 or 1
   */
  public static double signum(double value) {
    return Double.isNaN(value) ? 0 : Math.signum(value);
  }

  /**
   * The smaller one.
   *
   * @param a a number
   * @param b a number
   * @return the smaller one
   */
  public static int min(int a, int b) {
    return Math.min(a, b);
  }

  /**
   * The larger one.
   *
   * @param a a number
   * @param b a number
   * @return the larger one
   */
  public static int max(int a, int b) {
    return Math.max(a, b);
  }

  /**
   * The absolute value.
   *
   * @param a a number
   * @return |a|
   */
  public static int abs(int a) {
    return Math.abs(a);
  }

  /**
   * The number of an interval that is nearest to a value.
   *
   * @param val a number
   * @param min the least result
   * @param max the largest result
   * @return that number
   */
  public static int clamp(int val, int min, int max) {
    return Math.max(min, Math.min(max, val));
  }
}
