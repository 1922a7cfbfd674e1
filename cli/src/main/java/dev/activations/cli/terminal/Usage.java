package dev.activations.cli.terminal;

import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What was typed wrong: exit status 2, with the line that says so. */
public final class Usage {
  private Usage() {}

  /**
   * Runs what refuses bad arguments with an IllegalArgumentException.
   *
   * @param <T> what it gives
   * @param spec the command whose arguments they are
   * @param parse what may refuse
   * @return what it gives
   * @throws ParameterException with its message, when it refuses
   */
  public static <T> T parse(CommandSpec spec, Supplier<T> parse) {
    try {
      return parse.get();
    } catch (IllegalArgumentException refused) {
      throw new ParameterException(
          spec.commandLine(), String.valueOf(refused.getMessage()), refused);
    }
  }

  /**
   * The exception for arguments that do not fit.
   *
   * @param spec the command whose arguments they are
   * @param message what was expected, and what was found
   * @return to be thrown
   */
  public static ParameterException wrong(CommandSpec spec, String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /**
   * The exception for arguments that were refused.
   *
   * @param spec the command whose arguments they are
   * @param message what was expected, and what was found
   * @param cause who refused them
   * @return to be thrown
   */
  public static ParameterException wrong(CommandSpec spec, String message, Throwable cause) {
    return new ParameterException(spec.commandLine(), message, cause);
  }
}
