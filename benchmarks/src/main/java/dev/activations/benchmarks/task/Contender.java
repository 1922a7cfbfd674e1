package dev.activations.benchmarks.task;

/** Somebody who does a work on operands of its own, with an output that was allocated before. */
public interface Contender extends AutoCloseable {
  /** Does the work once. */
  void call();

  /**
   * Copies out what the last call wrote.
   *
   * @param output gets all elements
   */
  void copyOutput(float[] output);

  @Override
  void close();
}
