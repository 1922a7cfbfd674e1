package dev.activations.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files that this build publishes. */
final class Published {
  static final String VERSION = System.getProperty("activations.version");
  static final Path ROOT = Path.of(System.getProperty("activations.root"));

  /** The published jars: a folder of the project each. */
  static final List<String> JARS = List.of("api", "cpu-fallback", "tornado-kernels");

  private static final Path LIBRARIES = ROOT.resolve("packaging/target/jars");

  private Published() {}

  /** The jar of a folder; the kind is empty, or -sources or -javadoc. */
  static Path jar(String folder, String kind) {
    return ROOT.resolve(folder + "/target/activations-" + folder + "-" + VERSION + kind + ".jar");
  }

  static Path pom(String folder) {
    return ROOT.resolve(folder + "/target/published-pom.xml");
  }

  /** All that a program gets which depends on both: our jars and those that they need. */
  static List<Path> classPath() throws IOException {
    try (Stream<Path> jars = Files.list(LIBRARIES)) {
      return jars.sorted().collect(Collectors.toList());
    }
  }
}
