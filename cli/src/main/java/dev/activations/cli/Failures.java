package dev.activations.cli;

import dev.activations.BackendException;
import dev.activations.measuring.OneLine;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong into one line on stderr and an exit status. */
final class Failures {
  /** Set to anything, it adds the stack trace. */
  private static final String DEBUG = "ACTIVATIONS_DEBUG";

  private Failures() {}

  static int usage(ParameterException wrong, String... arguments) {
    CommandLine command = wrong.getCommandLine();
    print(
        command.getErr(),
        command.getCommandSpec().qualifiedName(),
        String.valueOf(wrong.getMessage())
            + " (see "
            + command.getCommandSpec().qualifiedName()
            + " --help)",
        wrong,
        arguments);
    return CommandLine.ExitCode.USAGE;
  }

  static int execution(Exception failure, CommandLine command, ParseResult parsed) {
    print(
        command.getErr(),
        command.getCommandSpec().qualifiedName(),
        message(failure),
        failure,
        parsed.originalArgs().toArray(String[]::new));
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static void print(
      PrintWriter err, String command, String message, Exception failure, String... arguments) {
    err.println(command + ": " + line(message, arguments));
    if (System.getenv(DEBUG) != null) {
      failure.printStackTrace(err);
    }
  }

  /** A line break of a driver's words is a space; one of a word of the user's has to be seen. */
  private static String line(String message, String... arguments) {
    for (String argument : arguments) {
      if (argument.indexOf('\n') >= 0 || argument.indexOf('\r') >= 0) {
        return OneLine.visible(message);
      }
    }
    return OneLine.of(message);
  }

  private static String message(Exception failure) {
    if (failure instanceof FileSystemException file && file.getReason() == null) {
      return file.getFile() + ": " + reason(file);
    }
    if (failure instanceof IOException || failure instanceof BackendException) {
      return String.valueOf(failure.getMessage());
    }
    return "internal error: " + failure + "; set " + DEBUG + "=1 for the stack trace";
  }

  /** The JDK's file exceptions say what went wrong by their class. */
  private static String reason(FileSystemException file) {
    if (file instanceof NoSuchFileException) {
      return "no such file";
    }
    return file instanceof AccessDeniedException
        ? "permission denied"
        : file.getClass().getSimpleName();
  }
}
