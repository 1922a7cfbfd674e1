package dev.activations.measuring.work;

import java.util.Locale;

/** Which of its calls a function is measured in. */
public enum Direction {
  /** y = f(x). */
  FORWARD,
  /** y = f'(x), of elementwise functions. */
  DERIVATIVE,
  /** dx = dy f'(x), or the backward of a row operation from what its forward left. */
  BACKWARD;

  /** What follows the name of the function in the name of the work. */
  String suffix() {
    return this == FORWARD ? "" : "/" + this;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
