package dev.activations.cli.options;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --backend}, where it is one backend. */
public final class BackendOption {
  @Option(
      names = "--backend",
      paramLabel = "B",
      description = "auto, cpu, tornado, ...: see activations devices (default: auto)")
  private @Nullable String backend;

  /** For picocli. */
  public BackendOption() {}

  /**
   * Whether the user chose one.
   *
   * @return false for the default
   */
  public boolean isGiven() {
    return backend != null;
  }

  /**
   * What opens the backend.
   *
   * @return the selector
   */
  public String selector() {
    return backend == null ? "auto" : backend;
  }
}
