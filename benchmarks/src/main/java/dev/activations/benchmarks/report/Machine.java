package dev.activations.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What figures depend on: the processor, its caches, the memory, the system, the JDK. */
public final class Machine {
  private static final Path CACHES = Path.of("/sys/devices/system/cpu/cpu0/cache");

  /** The instruction sets that decide how wide vectors are. */
  private static final List<String> VECTORS =
      List.of("avx", "avx2", "fma", "avx512f", "asimd", "sve");

  private Machine() {}

  /**
   * All facts, and how a JVM is started, in one line.
   *
   * @param flags of the JVM
   * @return the line
   */
  public static String line(List<String> flags) {
    return String.join("; ", facts()) + "; flags: " + String.join(" ", flags);
  }

  /**
   * The facts, one line each; what the system does not say is left out.
   *
   * @return the processor first
   */
  public static List<String> facts() {
    List<String> facts = new ArrayList<>();
    processor().ifPresent(facts::add);
    caches().ifPresent(facts::add);
    found("/proc/meminfo", "MemTotal:\\s+(\\d+) kB")
        .map(kib -> String.format(Locale.ROOT, "Memory: %.0f GiB", Long.parseLong(kib) / 1048576.0))
        .ifPresent(facts::add);
    facts.add("System: " + system());
    facts.add(
        String.format(
            Locale.ROOT,
            "JDK: %s, %s",
            property("java.vendor.version", "java.vendor"),
            property("java.runtime.version", "java.version")));
    return facts;
  }

  private static Optional<String> processor() {
    int count = Runtime.getRuntime().availableProcessors();
    String flags = found("/proc/cpuinfo", "(?:flags|Features)\\s*: (.*)").orElse("");
    String vectors =
        VECTORS.stream()
            .filter(List.of(flags.split(" "))::contains)
            .collect(Collectors.joining(", "));
    return found("/proc/cpuinfo", "model name\\s*: (.*)")
        .map(
            name ->
                String.format(
                    Locale.ROOT,
                    "Processor: %s (%s), %d processors%s",
                    name,
                    family(),
                    count,
                    vectors.isEmpty() ? "" : "; " + vectors));
  }

  private static String family() {
    return "family "
        + found("/proc/cpuinfo", "cpu family\\s*: (\\d+)").orElse("unknown")
        + ", model "
        + found("/proc/cpuinfo", "model\\s*: (\\d+)").orElse("unknown");
  }

  private static Optional<String> caches() {
    List<String> sizes = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Path cache = CACHES.resolve("index" + i);
      String level = text(cache.resolve("level").toString()).strip();
      String type = text(cache.resolve("type").toString()).strip();
      if (!level.isEmpty() && !type.equals("Instruction")) {
        sizes.add("L" + level + " " + text(cache.resolve("size").toString()).strip());
      }
    }
    return sizes.isEmpty()
        ? Optional.empty()
        : Optional.of("Caches, of the first core: " + String.join(", ", sizes));
  }

  private static String system() {
    String kernel = System.getProperty("os.name") + " " + System.getProperty("os.version");
    return found("/etc/os-release", "PRETTY_NAME=\"(.*)\"").map(os -> os + ", ").orElse("")
        + kernel
        + ", "
        + System.getProperty("os.arch");
  }

  private static String property(String name, String otherwise) {
    String value = System.getProperty(name);
    return value == null || value.isEmpty() ? System.getProperty(otherwise) : value;
  }

  private static Optional<String> found(String file, String pattern) {
    Matcher matcher = Pattern.compile("^" + pattern + "$", Pattern.MULTILINE).matcher(text(file));
    return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
  }

  private static String text(String file) {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines.collect(Collectors.joining("\n"));
    } catch (IOException absent) {
      return "";
    }
  }
}
