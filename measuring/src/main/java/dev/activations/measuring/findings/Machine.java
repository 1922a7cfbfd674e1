package dev.activations.measuring.findings;

import dev.activations.Backend;
import dev.activations.measuring.machine.MachineFacts;
import java.util.Locale;

/**
 * What computed.
 *
 * @param backend the selector of the backend
 * @param description what it says of itself
 * @param os the operating system and its version
 * @param arch the architecture of the processor
 * @param cores the processors that the JVM sees
 * @param jdk the version of Java and its vendor
 */
public record Machine(
    String backend, String description, String os, String arch, int cores, String jdk) {
  /**
   * This machine.
   *
   * @param backend what computes on it
   * @return its facts
   */
  public static Machine here(Backend backend) {
    return new Machine(
        backend.name(),
        backend.description(),
        MachineFacts.kernel(),
        MachineFacts.architecture(),
        MachineFacts.processors(),
        MachineFacts.java());
  }

  /** One line for people. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: %s; %s %s, %s, Java %s",
        backend,
        description,
        os,
        arch,
        Words.count(cores, "core", "cores"),
        jdk);
  }
}
