package dev.activations.cli.bench;

import java.lang.management.ManagementFactory;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The JVMs that backends are measured in: for each what its users start. */
final class Jvm {
  private static final String VECTORS = "jdk.incubator.vector";

  /** What the launcher hands down: the user's options and a collector, each with an end. */
  private static final String OPTIONS_VARIABLE = "ACTIVATIONS_CPU_JVM";

  private static final String END = "\037";

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
    if (hasVectors()) {
      command.addAll(List.of("--add-modules", VECTORS));
    }
    command.addAll(chosen(System.getenv(OPTIONS_VARIABLE)));
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

  /** Without the launcher there are none but those of the JVM's own variables. */
  static List<String> chosen(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return List.of();
    }
    List<String> words = List.of(text.split(END, -1));
    return words.subList(0, words.size() - 1);
  }
}
