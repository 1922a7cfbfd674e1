package dev.activations.generator.emission.cpu;

/** Numbers as Java source. */
final class Literals {
  private Literals() {}

  /** Exactly this float. */
  static String of(float value) {
    if (!Float.isFinite(value)) {
      throw new IllegalArgumentException("a constant has to be finite, found " + value);
    }
    return Float.toHexString(value) + "f";
  }
}
