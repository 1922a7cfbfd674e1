package dev.activations.cli.plot;

/** Which curves are drawn. */
enum Shown {
  BOTH,
  VALUE,
  DERIVATIVE;

  boolean value() {
    return this != DERIVATIVE;
  }

  boolean derivative() {
    return this != VALUE;
  }
}
