package dev.activations.cli.options;

import dev.activations.BackendOptions;
import dev.activations.cli.terminal.Usage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --threads}. */
public final class ThreadsOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "CPU threads (default: all processors)")
  private @Nullable Integer threads;

  /** For picocli. */
  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  public ThreadsOption() {}

  /**
   * Whether the user chose a number.
   *
   * @return false for the default
   */
  public boolean isGiven() {
    return threads != null;
  }

  /**
   * What a backend is opened with.
   *
   * @return the options
   * @throws ParameterException when there are no so many threads
   */
  public BackendOptions options() {
    Integer count = threads;
    return count == null
        ? BackendOptions.DEFAULTS
        : Usage.parse(command, () -> BackendOptions.DEFAULTS.withThreads(count));
  }
}
