package dev.activations.generator.emission.cpu;

/** What generated things are called. */
final class Names {
  /** Where the generated packages lie. */
  static final String PACKAGE = "dev.activations.cpu.";

  private Names() {}
}
