package dev.activations.cli.bench;

import dev.activations.measuring.results.BenchMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The facts of the machine that runs this. */
final class ThisMachine {
  private ThisMachine() {}

  static BenchMachine facts() {
    String version = ThisMachine.class.getPackage().getImplementationVersion();
    return new BenchMachine(
        found("/proc/cpuinfo", "model name\\s*: (.*)").orElse(System.getProperty("os.arch")),
        Runtime.getRuntime().availableProcessors(),
        found("/proc/meminfo", "MemTotal:\\s+(\\d+) kB").map(Long::parseLong).orElse(0L) << 10,
        found("/etc/os-release", "PRETTY_NAME=\"(.*)\"").map(name -> name + ", ").orElse("")
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.version"),
        System.getProperty("os.arch"),
        System.getProperty("java.version") + ", " + System.getProperty("java.vendor"),
        Jvm.options(),
        version == null ? "(not packaged)" : version);
  }

  private static Optional<String> found(String file, String pattern) {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      String text = lines.collect(Collectors.joining("\n"));
      Matcher matcher = Pattern.compile("^" + pattern + "$", Pattern.MULTILINE).matcher(text);
      return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
    } catch (IOException absent) {
      return Optional.empty(); // another system
    }
  }
}
