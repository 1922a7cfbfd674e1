package dev.activations;

import java.util.Locale;

/** What a {@link Call} computes of its steps. */
public enum Direction {
  /** The values: y = f(x). */
  FORWARD,
  /** The derivatives of elementwise functions: y = f'(x). */
  DERIVATIVE,
  /** The gradient of the input, from that of the output: dx. */
  BACKWARD;

  /** As commands and documents have it, such as {@code forward}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
