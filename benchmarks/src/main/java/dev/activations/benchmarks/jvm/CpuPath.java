package dev.activations.benchmarks.jvm;

import java.util.Locale;

/** Which code the CPU backend computes with. */
public enum CpuPath {
  /** What the backend chooses. */
  AUTO,
  /** The Vector API. */
  SIMD,
  /** Plain Java. */
  PLAIN;

  /** The property that the backend reads it from. */
  public static final String PROPERTY = "activations.cpu.path";

  /**
   * The value of the property.
   *
   * @return in lower case
   */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
