package dev.activations.cli.bench;

import dev.activations.cli.JvmVariables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command in a JVM of its own. */
final class BenchProcess {
  private final Process process;

  private BenchProcess(Process process) {
    this.process = process;
  }

  static BenchProcess start(List<String> options, String... words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx512m");
    command.addAll(options);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("dev.activations.cli.Main");
    command.add("bench");
    command.addAll(List.of(words));
    ProcessBuilder builder = JvmVariables.without(new ProcessBuilder(command));
    // For the processes of the CPU, whose heap would depend on the machine.
    builder.environment().put("ACTIVATIONS_CPU_JVM", "-Xmx512m\037");
    return new BenchProcess(builder.start());
  }

  Process process() {
    return process;
  }

  String out() throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  String err() throws IOException {
    return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
