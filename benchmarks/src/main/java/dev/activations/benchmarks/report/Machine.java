package dev.activations.benchmarks.report;

import dev.activations.measuring.machine.MachineFacts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

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
    MachineFacts.memory()
        .map(bytes -> String.format(Locale.ROOT, "Memory: %.0f GiB", bytes * 0x1p-30))
        .ifPresent(facts::add);
    facts.add("System: " + MachineFacts.system() + ", " + MachineFacts.architecture());
    facts.add(
        String.format(
            Locale.ROOT,
            "JDK: %s, %s",
            property("java.vendor.version", "java.vendor"),
            property("java.runtime.version", "java.version")));
    return facts;
  }

  private static Optional<String> processor() {
    int count = MachineFacts.processors();
    String flags = MachineFacts.ofProcessor("flags|Features").orElse("");
    String vectors =
        VECTORS.stream()
            .filter(List.of(flags.split(" "))::contains)
            .collect(Collectors.joining(", "));
    return MachineFacts.processor()
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
        + MachineFacts.ofProcessor("cpu family").orElse("unknown")
        + ", model "
        + MachineFacts.ofProcessor("model").orElse("unknown");
  }

  private static Optional<String> caches() {
    List<String> sizes = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Path cache = CACHES.resolve("index" + i);
      String level = MachineFacts.text(cache.resolve("level")).strip();
      String type = MachineFacts.text(cache.resolve("type")).strip();
      if (!level.isEmpty() && !type.equals("Instruction")) {
        sizes.add("L" + level + " " + MachineFacts.text(cache.resolve("size")).strip());
      }
    }
    return sizes.isEmpty()
        ? Optional.empty()
        : Optional.of("Caches, of the first core: " + String.join(", ", sizes));
  }

  private static String property(String name, String otherwise) {
    String value = System.getProperty(name);
    return value == null || value.isEmpty() ? System.getProperty(otherwise) : value;
  }
}
