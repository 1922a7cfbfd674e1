package dev.activations.benchmarks;

import picocli.CommandLine;

/** How a tool of the benchmarks is started, and how it ends. */
public final class Tool {
  /** How the user called us; the script says it where it adds arguments of its own. */
  private static final String COMMAND_VARIABLE = "ACTIVATIONS_COMMAND";

  private Tool() {}

  /**
   * The command that a document says it was made by.
   *
   * @param name of the tool
   * @param args what it was started with
   * @return the user's words
   */
  public static String called(String name, String... args) {
    String command = System.getenv(COMMAND_VARIABLE);
    return command == null
        ? ("benchmarks/" + name + " " + String.join(" ", args)).strip()
        : command;
  }

  /**
   * Runs it.
   *
   * @param name of the tool
   * @param tool with the annotations of its options
   * @param args what it was started with
   * @return the exit status: 0 done, 1 failed, 2 wrong usage, with one line on stderr
   */
  public static int run(String name, Object tool, String... args) {
    CommandLine line = new CommandLine(tool);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler((wrong, words) -> failed(name, wrong, 2));
    line.setExecutionExceptionHandler(
        (failure, command, words) ->
            failed(name, failure, failure instanceof IllegalArgumentException ? 2 : 1));
    return line.execute(args);
  }

  private static int failed(String name, Exception failure, int status) {
    System.err.println(name + ": " + failure.getMessage());
    return status;
  }
}
