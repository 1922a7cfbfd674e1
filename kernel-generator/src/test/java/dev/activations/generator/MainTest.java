package dev.activations.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.activations.generator.algorithms.Algorithm;
import dev.activations.generator.algorithms.Algorithms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  @TempDir private Path folder;

  @Test
  void wrongArgumentsAreNamed() {
    assertThatThrownBy(() -> Main.main(new String[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected one argument, the folder for the sources; found 0");
    assertThatThrownBy(() -> Main.main(new String[] {folder.toString(), "more"}))
        .hasMessage("expected one argument, the folder for the sources; found 2");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void writesTheSameClassesIntoThreePackages() throws Exception {
    Main.main(new String[] {folder.toString()});
    Set<String> written = sources(folder).keySet();
    Set<String> names =
        written.stream().map(path -> path.replaceAll(".*/", "")).collect(Collectors.toSet());
    Set<String> expected =
        Stream.of("simd", "plain", "portable")
            .flatMap(
                part ->
                    names.stream().map(name -> part + "/dev/activations/cpu/" + part + "/" + name))
            .collect(Collectors.toSet());
    assertThat(written).isEqualTo(expected);
    assertThat(names)
        .contains("GeneratedRows.java", "Functions.java", "GeluErf.java", "EluOf1.java");
    int kernels = Algorithms.all().stream().mapToInt(MainTest::classes).sum();
    assertThat(names).as("no name is that of two classes").hasSize(kernels + 2);
  }

  private static int classes(Algorithm algorithm) {
    return 1 + algorithm.known().size();
  }

  /** Another JVM has other identity hash codes, and Arabic has other digits. */
  @Test
  void anotherJvmInAnotherLanguageWritesTheSame() throws Exception {
    Path here = folder.resolve("here");
    Path there = folder.resolve("there");
    Main.main(new String[] {here.toString()});
    Process jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UnlockExperimentalVMOptions",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:hashCode=3",
                "-Duser.language=ar",
                "-Duser.country=EG",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                there.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(jvm.waitFor()).as(output).isZero();
    assertThat(sources(there)).isEqualTo(sources(here));
  }

  /** What was written, by the path below a folder. */
  private static Map<String, String> sources(Path folder) throws IOException {
    Map<String, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        sources.put(path, Files.readString(file));
      }
    }
    return sources;
  }
}
