package dev.activations.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code activations help}. */
@Command(
    name = "help",
    mixinStandardHelpOptions = true,
    header = "Explain a command, as its --help does.",
    description = "")
final class HelpCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "COMMAND",
      description = "which one (default: activations itself)")
  private @Nullable String name;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  HelpCommand() {}

  @Override
  public Integer call() {
    CommandLine activations = spec.commandLine().getParent();
    CommandLine asked =
        name == null ? activations : Unknown.command(activations, spec.commandLine(), name);
    asked.usage(spec.commandLine().getOut());
    return CommandLine.ExitCode.OK;
  }
}
