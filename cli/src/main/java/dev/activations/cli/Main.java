package dev.activations.cli;

import dev.activations.cli.apply.ApplyCommand;
import dev.activations.cli.listing.ListCommand;
import java.io.FileDescriptor;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code activations}. */
@Command(
    name = "activations",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    header = "Neural activation functions over batches of tensors.",
    description = {
      "",
      "Results go to stdout, everything else to stderr.",
      "Exit status: 0 done, 1 failed, 2 wrong usage.",
      ""
    },
    subcommands = {ListCommand.class, ApplyCommand.class})
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets the field
  Main() {}

  /**
   * Runs the command and ends the JVM with its exit status.
   *
   * @param arguments the words after {@code activations}
   */
  public static void main(String... arguments) {
    System.exit(run(writer(FileDescriptor.out), writer(FileDescriptor.err), arguments));
  }

  /** System.out would keep a failed write to itself; the listing asks for it. */
  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(
        new OutputStreamWriter(new PipeOutput(descriptor), StandardCharsets.UTF_8), true);
  }

  /** Runs the command; what it would print goes to the two writers. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine command = new CommandLine(new Main());
    command
        .getSubcommands()
        .values()
        .forEach(sub -> sub.getCommandSpec().versionProvider(new Version()));
    return command
        .setExpandAtFiles(false) // a file may be called @x.npy
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Failures::usage)
        .setExecutionExceptionHandler(Failures::execution)
        .execute(arguments);
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "a command is missing: expected list or apply");
  }
}
