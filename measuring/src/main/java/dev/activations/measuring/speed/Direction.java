package dev.activations.measuring.speed;

import java.util.Locale;

/** What is measured of a function. */
public enum Direction {
  /** y = f(x). */
  FORWARD,
  /** y = f'(x), of elementwise functions. */
  DERIVATIVE,
  /** dx = dy f'(x), or the backward of a row operation. */
  BACKWARD;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
