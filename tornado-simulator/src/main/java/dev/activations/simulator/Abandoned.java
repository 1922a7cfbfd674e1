package dev.activations.simulator;

/** Takes the strands of a group that failed out of their kernels. */
final class Abandoned extends RuntimeException {
  private static final long serialVersionUID = 1;

  Abandoned() {
    super("another work-item of the group failed", null, false, false);
  }
}
