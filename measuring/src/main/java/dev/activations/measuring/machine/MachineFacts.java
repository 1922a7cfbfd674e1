package dev.activations.measuring.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What figures depend on: the processor, the memory, the system, the JDK. */
public final class MachineFacts {
  private static final String PROCESSOR = "/proc/cpuinfo";

  private MachineFacts() {}

  /**
   * The name of the processor.
   *
   * @return empty where the system does not tell
   */
  public static Optional<String> processor() {
    return ofProcessor("model name");
  }

  /**
   * What Linux says of the first processor.
   *
   * @param key a regular expression for the key, such as {@code cpu family}
   * @return its value; empty elsewhere, and where there is no such key
   */
  public static Optional<String> ofProcessor(String key) {
    return found(PROCESSOR, "(?:" + key + ")\\s*: (.*)");
  }

  /**
   * The processors that the JVM sees.
   *
   * @return how many
   */
  public static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  /**
   * The machine's memory.
   *
   * @return bytes; empty where the system does not tell
   */
  public static Optional<Long> memory() {
    return found("/proc/meminfo", "MemTotal:\\s+(\\d+) kB").map(kib -> Long.parseLong(kib) << 10);
  }

  /**
   * The name of the system and its version.
   *
   * @return such as {@code Linux 6.8.0}
   */
  public static String kernel() {
    return System.getProperty("os.name") + " " + System.getProperty("os.version");
  }

  /**
   * The distribution, where there is one, and the {@link #kernel}.
   *
   * @return such as {@code Debian GNU/Linux 12 (bookworm), Linux 6.8.0}
   */
  public static String system() {
    return found("/etc/os-release", "PRETTY_NAME=\"(.*)\"").map(name -> name + ", ").orElse("")
        + kernel();
  }

  /**
   * The architecture of the processor.
   *
   * @return as Java calls it
   */
  public static String architecture() {
    return System.getProperty("os.arch");
  }

  /**
   * The version of Java and its vendor.
   *
   * @return such as {@code 17.0.9, Eclipse Adoptium}
   */
  public static String java() {
    return System.getProperty("java.version") + ", " + System.getProperty("java.vendor");
  }

  /**
   * The text of a file of the system.
   *
   * @param file such as those of {@code /proc}
   * @return its lines; empty where there is no such file
   */
  public static String text(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.collect(Collectors.joining("\n"));
    } catch (IOException absent) {
      return ""; // another system
    }
  }

  private static Optional<String> found(String file, String pattern) {
    Matcher matcher =
        Pattern.compile("^" + pattern + "$", Pattern.MULTILINE).matcher(text(Path.of(file)));
    return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
  }
}
