package dev.activations;

/** What a {@link Call} computes of its steps. */
public enum Direction {
  /** The values: y = f(x). */
  FORWARD,
  /** The derivatives of elementwise functions: y = f'(x). */
  DERIVATIVE,
  /** The gradient of the input, from that of the output: dx. */
  BACKWARD
}
