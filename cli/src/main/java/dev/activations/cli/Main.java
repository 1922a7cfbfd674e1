package dev.activations.cli;

import dev.activations.cli.apply.ApplyCommand;
import dev.activations.cli.bench.BenchCommand;
import dev.activations.cli.devices.DevicesCommand;
import dev.activations.cli.listing.ListCommand;
import dev.activations.cli.plot.PlotCommand;
import dev.activations.cli.report.ReportCommand;
import dev.activations.cli.terminal.FileName;
import dev.activations.cli.terminal.PipeOutput;
import dev.activations.cli.terminal.Results;
import dev.activations.cli.verify.VerifyCommand;
import java.io.FileDescriptor;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

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
      PlotCommand.class,
      HelpCommand.class
    })
public final class Main implements Runnable {
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
    PipeOutput err = new PipeOutput(new FileOutputStream(FileDescriptor.err));
    System.exit(run(writer(Results.open()), writer(err), arguments));
  }

  /** System.out would keep a failed write to itself; the listing asks for it. */
  private static PrintWriter writer(PipeOutput file) {
    return new PrintWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8), true);
  }

  /** Runs the command; what it would print goes to the two writers. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine command = new CommandLine(new Main());
    command
        .getSubcommands()
        .values()
        .forEach(sub -> sub.getCommandSpec().versionProvider(new Version()));
    command
        .registerConverter(
            Integer.class, new WholeNumber<>(Integer.MAX_VALUE, BigInteger::intValue))
        .registerConverter(Long.class, new WholeNumber<>(Long.MAX_VALUE, BigInteger::longValue))
        .registerConverter(Path.class, Main::file)
        .setExpandAtFiles(false) // a file may be called @x.npy
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Failures::usage)
        .setExecutionExceptionHandler(Failures::execution);
    Optional<ParameterException> unknown = Unknown.in(command, arguments);
    if (unknown.isPresent()) {
      return Failures.usage(unknown.get(), arguments);
    }
    int status = command.execute(arguments);
    // Each command looks after its own results; nobody but us after a page of help.
    if (status == CommandLine.ExitCode.OK && out.checkError()) {
      err.println(command.getCommandName() + ": stdout: it could not be written whole");
      return CommandLine.ExitCode.SOFTWARE;
    }
    return status;
  }

  private static Path file(String name) {
    try {
      return FileName.parse(name);
    } catch (IllegalArgumentException unfit) {
      throw new TypeConversionException(String.valueOf(unfit.getMessage()));
    }
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "a command is missing: expected list, apply, devices, verify, bench, report, plot or help");
  }
}
