package dev.activations.generator.emission.cpu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** All that the generator writes. */
final class Written {
  private static final Map<Target, Map<String, String>> SOURCES = write();

  private Written() {}

  /** Sources by the full names of their classes. */
  static Map<String, String> sources(Target target) {
    return SOURCES.getOrDefault(target, Map.of());
  }

  private static Map<Target, Map<String, String>> write() {
    try {
      Path folder = Files.createTempDirectory("kernels");
      new Kernels(folder).write();
      Map<Target, Map<String, String>> sources = new HashMap<>();
      for (Target target : Target.values()) {
        sources.put(target, read(folder.resolve(target.folder()), target));
      }
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
      return sources;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> read(Path folder, Target target) throws IOException {
    Map<String, String> sources = new HashMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.getFileName().toString().replace(".java", "");
        sources.put(target.className(name), Files.readString(file));
      }
    }
    return sources;
  }
}
