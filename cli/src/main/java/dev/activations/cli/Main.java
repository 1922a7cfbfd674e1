package dev.activations.cli;

import dev.activations.cli.apply.ApplyCommand;
import dev.activations.cli.bench.BenchCommand;
import dev.activations.cli.devices.DevicesCommand;
import dev.activations.cli.listing.ListCommand;
import dev.activations.cli.plot.PlotCommand;
import dev.activations.cli.report.ReportCommand;
import dev.activations.cli.verify.VerifyCommand;
import java.io.FileDescriptor;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
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
    subcommands = {
      ListCommand.class,
      ApplyCommand.class,
      DevicesCommand.class,
      VerifyCommand.class,
      BenchCommand.class,
      ReportCommand.class,
      PlotCommand.class
    })
public final class Main implements Runnable {
  /** Where results go instead of stdout, which TornadoVM and drivers of devices print to. */
  private static final String RESULTS = "activations.results";

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets the field
  Main() {}

  /**
   * Runs the command and ends the JVM with its exit status.
   *
   * @param arguments the words after {@code activations}
   * @throws FileNotFoundException when the file for the results cannot be opened
   */
  public static void main(String... arguments) throws FileNotFoundException {
    String results = System.getProperty(RESULTS);
    FileOutputStream out =
        results == null ? new FileOutputStream(FileDescriptor.out) : new FileOutputStream(results);
    System.exit(run(writer(out), writer(new FileOutputStream(FileDescriptor.err)), arguments));
  }

  /** System.out would keep a failed write to itself; the listing asks for it. */
  private static PrintWriter writer(FileOutputStream file) {
    return new PrintWriter(
        new OutputStreamWriter(new PipeOutput(file), StandardCharsets.UTF_8), true);
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
        spec.commandLine(),
        "a command is missing: expected list, apply, devices, verify, bench, report or plot");
  }
}
