package dev.activations.cpu;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What people want to know of the processor and the JVM. */
final class CpuFacts {
  private static final String NAME = "model name";

  private CpuFacts() {}

  static Map<String, String> ofThisJvm() {
    return of(Paths.get("/proc/cpuinfo"), Libraries.chosen().vectorBits(), Choices.THIS_JVM);
  }

  static Map<String, String> of(Path processors, int vectorBits, Choices choices) {
    Map<String, String> facts = new LinkedHashMap<>();
    name(processors).ifPresent(name -> facts.put("processor", name));
    facts.put("processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
    if (vectorBits > 0) {
      facts.put("vectors", vectorBits + " bits");
    }
    choices.text().ifPresent(text -> facts.put("kernels", text));
    facts.put("memory", (Runtime.getRuntime().maxMemory() >> 20) + " MiB, the largest Java heap");
    facts.put("float64", "computed in float64");
    facts.put("float16", "computed in float32");
    facts.put(
        "JVM", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
    return facts;
  }

  /** Linux tells it on x86; the first processor's is read alone, as there may be hundreds. */
  private static Optional<String> name(Path processors) {
    try (BufferedReader lines = Files.newBufferedReader(processors, StandardCharsets.ISO_8859_1)) {
      return lines
          .lines()
          .filter(line -> line.startsWith(NAME))
          .map(line -> line.substring(line.indexOf(':') + 1).trim())
          .filter(name -> !name.isEmpty())
          .findFirst();
    } catch (IOException | UncheckedIOException absent) {
      return Optional.empty();
    }
  }
}
