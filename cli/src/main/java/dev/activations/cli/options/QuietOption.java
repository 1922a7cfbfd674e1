package dev.activations.cli.options;

import dev.activations.cli.terminal.Progress;
import dev.activations.measuring.Watcher;
import picocli.CommandLine.Option;

/** {@code --quiet}. */
public final class QuietOption {
  @Option(names = "--quiet", description = "no progress bar")
  private boolean quiet;

  /** For picocli. */
  public QuietOption() {}

  /**
   * Whether no bar is wanted.
   *
   * @return true when it was given
   */
  public boolean isGiven() {
    return quiet;
  }

  /**
   * Shows a bar for each measurement, or none.
   *
   * @return what begins the bars
   */
  public Watcher watcher() {
    return (task, elements) -> Progress.start(task, elements, quiet);
  }
}
