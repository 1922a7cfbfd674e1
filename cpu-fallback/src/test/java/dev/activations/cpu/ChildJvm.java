package dev.activations.cpu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another JVM with the class path of this one: what it chooses is chosen when it starts. */
final class ChildJvm {
  private ChildJvm() {}

  /** Runs a main class to its end; what it printed. */
  static String run(Class<?> main, String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    Process child =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try {
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
