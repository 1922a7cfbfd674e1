package dev.activations.benchmarks.jvm;

import dev.activations.Backends;
import dev.activations.measuring.jvm.JavaCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The JVM that devices are timed in: another java with other options, which the script found beside
 * TornadoVM's SDK.
 */
public final class DeviceJvm {
  /** The java, then its options, a line each; not set where the script found none. */
  private static final String VARIABLE = "ACTIVATIONS_DEVICE_JVM";

  private final String java;
  private final List<String> options;

  private DeviceJvm(List<String> lines) {
    java = lines.get(0);
    options = List.copyOf(lines.subList(1, lines.size()));
  }

  /**
   * The JVM that the script found.
   *
   * @return empty where devices cannot be timed
   */
  public static Optional<DeviceJvm> find() {
    return of(System.getenv(VARIABLE));
  }

  static Optional<DeviceJvm> of(@Nullable String lines) {
    return lines == null || lines.isBlank()
        ? Optional.empty()
        : Optional.of(new DeviceJvm(lines.lines().toList()));
  }

  /**
   * Why devices cannot be timed where no JVM was found.
   *
   * @return the reason and what would mend it
   */
  public static String obstacle() {
    return Backends.list().stream()
        .filter(info -> !info.isUsable())
        .map(info -> info.reason() + "; " + info.fix())
        .collect(Collectors.joining("; "));
  }

  /**
   * The program.
   *
   * @return its path
   */
  public String java() {
    return java;
  }

  /**
   * What figures are measured with, without the class path.
   *
   * @return options of java
   */
  public List<String> flags() {
    List<String> flags = new ArrayList<>(options);
    flags.addAll(ChildJvm.STEADY);
    flags.addAll(JavaCommand.handedDown());
    return flags;
  }

  /**
   * Opens a device in such a JVM once.
   *
   * @param selector such as {@code tornado:opencl:0}
   * @return what it is
   * @throws IllegalArgumentException when no device is called so
   * @throws IllegalStateException when it cannot be used, with the reason
   * @throws IOException when no process could be started
   * @throws InterruptedException when the thread was interrupted
   */
  public String describe(String selector) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(java));
    command.addAll(options);
    command.addAll(JavaCommand.handedDown());
    command.addAll(JavaCommand.running(DeviceProbe.class, selector));
    Process probe = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> lines;
    try (BufferedReader output = probe.inputReader(StandardCharsets.UTF_8)) {
      lines = output.lines().toList();
    }
    int status = probe.waitFor();
    String answer =
        lines.stream()
            .filter(line -> line.startsWith(DeviceProbe.ANSWER))
            .map(line -> line.substring(DeviceProbe.ANSWER.length()))
            .findFirst()
            .orElseGet(() -> java + " ended with status " + status + ": " + joined(lines));
    return switch (status) {
      case 0 -> answer;
      case DeviceProbe.UNKNOWN -> throw new IllegalArgumentException(answer);
      default -> throw new IllegalStateException(answer);
    };
  }

  private static String joined(List<String> lines) {
    return lines.isEmpty() ? "it said nothing" : lines.stream().collect(Collectors.joining(" "));
  }
}
