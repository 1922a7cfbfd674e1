package dev.activations.cli.bench;

import java.lang.management.ManagementFactory;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The JVMs that backends are measured in: for each what its users start. */
final class Jvm {
  private static final String VECTORS = "jdk.incubator.vector";
  private static final String OPTIONS_VARIABLE = "ACTIVATIONS_JAVA_OPTS";

  /** What any JVM with TornadoVM or under a test is started with, and no figure depends on. */
  private static final Pattern PLUMBING =
      Pattern.compile(
          "--(add-|limit-|enable-native|module-path|upgrade-).*|-javaagent.*"
              + "|-D(tornado\\.load|user\\.language|java\\.library\\.path|stdout\\.|activations\\.results).*");

  private Jvm() {}

  /** Whether the JDK has the module for SIMD. */
  static boolean hasVectors() {
    return ModuleFinder.ofSystem().find(VECTORS).isPresent() && Runtime.version().feature() >= 17;
  }

  /**
   * For the CPU with one kind of loops; without the options of a device.
   *
   * @param path of {@code activations.cpu.path}
   */
  static List<String> forCpu(String path) {
    List<String> command = new ArrayList<>(List.of(java()));
    List<String> chosen = chosen();
    if (chosen.stream().noneMatch(option -> option.matches("-XX:\\+Use\\w*GC"))) {
      command.add("-XX:+UseParallelGC");
    }
    if (hasVectors()) {
      command.addAll(List.of("--add-modules", VECTORS));
    }
    command.addAll(chosen);
    command.add("-Dactivations.cpu.path=" + path);
    return command;
  }

  /** For a device: as this one was started, since that is what found the device. */
  static List<String> forDevice() {
    List<String> command = new ArrayList<>(List.of(java()));
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    return command;
  }

  /** The options of this JVM that a reader of figures wants to know. */
  static List<String> options() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !PLUMBING.matcher(option).matches())
        .toList();
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static List<String> chosen() {
    return Optional.ofNullable(System.getenv(OPTIONS_VARIABLE))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(text -> List.of(text.split("\\s+", -1)))
        .orElse(List.of());
  }
}
