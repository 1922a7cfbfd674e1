package dev.activations.cli.bench;

import dev.activations.measuring.jvm.JavaCommand;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The JVMs that backends are measured in: for each what its users start. */
final class Jvm {
  /** What any JVM with TornadoVM or under a test is started with, and no figure depends on. */
  private static final Pattern PLUMBING =
      Pattern.compile(
          "--(add-|limit-|enable-native|module-path|upgrade-).*|-javaagent.*"
              + "|-D(tornado\\.load|user\\.language|java\\.library\\.path|stdout\\.|activations\\.results).*");

  private Jvm() {}

  /**
   * For the CPU with one kind of loops; without the options of a device.
   *
   * @param path of {@code activations.cpu.path}
   */
  static List<String> forCpu(String path) {
    List<String> command = new ArrayList<>(List.of(JavaCommand.java()));
    command.addAll(JavaCommand.vectors());
    command.addAll(JavaCommand.handedDown());
    command.add("-Dactivations.cpu.path=" + path);
    return command;
  }

  /** For a device: as this one was started, since that is what found the device. */
  static List<String> forDevice() {
    List<String> command = new ArrayList<>(List.of(JavaCommand.java()));
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    return command;
  }

  /** The options of this JVM that a reader of figures wants to know. */
  static List<String> options() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !PLUMBING.matcher(option).matches())
        .toList();
  }
}
