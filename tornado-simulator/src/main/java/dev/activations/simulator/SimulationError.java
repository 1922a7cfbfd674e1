package dev.activations.simulator;

/** A program did what a real device gets wrong without a word, or crashes on. */
public final class SimulationError extends RuntimeException {
  private static final long serialVersionUID = 1;

  SimulationError(String message) {
    super(message);
  }

  SimulationError(String message, Throwable cause) {
    super(message, cause);
  }
}
