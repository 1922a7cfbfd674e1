package dev.activations.benchmarks.task;

/** Which of its calls a function is timed in. */
public enum Direction {
  /** y = f(x). */
  FORWARD(""),
  /** y = f'(x). */
  DERIVATIVE("/derivative"),
  /** dx = dy f'(x), or the backward of a row operation from what its forward left. */
  BACKWARD("/backward");

  private final String suffix;

  Direction(String suffix) {
    this.suffix = suffix;
  }

  /** What follows the name of the function in the name of the work. */
  String suffix() {
    return suffix;
  }
}
