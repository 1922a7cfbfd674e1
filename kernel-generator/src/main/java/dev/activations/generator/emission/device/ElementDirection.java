package dev.activations.generator.emission.device;

import java.util.List;
import java.util.Locale;

/** What an elementwise kernel computes of a function. */
enum ElementDirection {
  FORWARD("Forward", "y = f(x)", 8, "y.set(i, %s);"),
  DERIVATIVE("Derivative", "y = f'(x)", 8, "y.set(i, %s);"),
  BACKWARD("Backward", "dx = dy f'(x)", 12, "dx.set(i, dy.get(i) * %s);"),
  CHAIN(
      "Chain",
      "slope = slope f'(x), 0 where f'(x) is 0 even if the slope is infinite",
      12,
      "slope.set(i, Slopes.product(slope.get(i), %s));");

  private static final Operand X = new Operand("x", "the input of f", false);
  private static final Operand Y = new Operand("y", "gets the result; may be x", false);
  private static final Operand DY = new Operand("dy", "the gradient of the output", false);
  private static final Operand DX =
      new Operand("dx", "gets the gradient of the input; may be x or dy", false);
  private static final Operand SLOPE =
      new Operand("slope", "the derivative of the functions inside; gets the product", false);

  private final String suffix;
  private final String task;
  private final int bytes;
  private final String statement;

  ElementDirection(String suffix, String task, int bytes, String statement) {
    this.suffix = suffix;
    this.task = task;
    this.bytes = bytes;
    this.statement = statement;
  }

  /** The end of the names of its kernels. */
  String suffix() {
    return suffix;
  }

  /** The name of the method that adds its tasks. */
  String method() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its formula. */
  String task() {
    return task;
  }

  /** How many bytes it moves for each element. */
  int bytes() {
    return bytes;
  }

  /** The arrays that it takes. */
  List<Operand> operands() {
    return switch (this) {
      case FORWARD, DERIVATIVE -> List.of(X, Y);
      case BACKWARD -> List.of(X, DY, DX);
      case CHAIN -> List.of(X, SLOPE);
    };
  }

  /** Whether it is computed from the derivative. */
  boolean ofDerivative() {
    return this != FORWARD;
  }

  /** Computes the element {@code i}, from the function of {@code x.get(i)}. */
  Code element(String function) {
    return Code.of(String.format(Locale.ROOT, statement, function));
  }
}
