package dev.activations.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of its own, run to its end. */
final class ChildProcess {
  private ChildProcess() {}

  /** Runs a tool of this JDK; what it printed. */
  static String java(String tool, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(tool(tool).toString());
    command.addAll(List.of(arguments));
    return run(command, Map.of());
  }

  static Path tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name);
  }

  /** Runs a command, which must end well within minutes; stdout and stderr. */
  static String run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("ACTIVATIONS_"));
    builder
        .environment()
        .keySet()
        .removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
    builder.environment().putAll(environment);
    Process child = builder.start();
    try {
      child.getOutputStream().close();
      String text = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!child.waitFor(5, TimeUnit.MINUTES) || child.exitValue() != 0) {
        throw new AssertionError(String.join(" ", command) + " failed and printed: " + text);
      }
      return text;
    } finally {
      child.destroyForcibly();
    }
  }
}
