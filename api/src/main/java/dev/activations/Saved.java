package dev.activations;

/** What the backward of a {@link Step} starts from, so that a training keeps it until then. */
public enum Saved {
  /** The input of the forward, x. */
  INPUT,
  /** The output of the forward, y. */
  OUTPUT
}
