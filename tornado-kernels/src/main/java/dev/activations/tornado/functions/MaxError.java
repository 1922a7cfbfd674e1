package dev.activations.tornado.functions;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The largest error of a float32 function over all floats and all parameters that it accepts, where
 * division and square root are rounded correctly and subnormal numbers are kept.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface MaxError {
  /**
   * Units in the last place of the true value, those of the smallest subnormal float at least.
   *
   * @return the measured maximum, rounded up
   */
  double ulps();

  /**
   * An absolute error that is accepted too, next to a zero of the function.
   *
   * @return 0 when there is none
   */
  double floor() default 0;
}
