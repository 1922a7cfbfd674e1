package dev.activations.cli.devices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.cli.JvmVariables;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command beside a TornadoVM whose API is not the one that the kernels use. */
class ForeignTornadoVmTest {
  private static final String TASK_GRAPH = "uk/ac/manchester/tornado/api/TaskGraph";

  @TempDir Path folder;

  @Test
  void devicesTellsWhatIsMissingInOneLine() throws Exception {
    String told = activations("devices", "--no-measure", "--format", "json");

    assertThat(told.lines().filter(line -> line.contains("\"reason\" : \"TornadoVM")))
        .singleElement()
        .asString()
        .contains("TornadoVM 9.9.9-jdk99 (", "tornado-api-9.9.9-jdk99.jar", "lacks what the")
        .contains("expected class uk.ac.manchester.tornado.api.GridScheduler, found no such class");
    assertThat(told).doesNotContain("Exception", "\tat ");
  }

  @Test
  void whoeverAsksForTheDeviceGetsThatLine() throws Exception {
    Path digits = Path.of(System.getProperty("activations.root"), "examples/digits/logits.npy");
    String told =
        activations(
            "apply", "softmax", "--backend", "tornado", digits.toString(), folder + "/out.npy");

    assertThat(told.lines())
        .singleElement()
        .asString()
        .contains("tornado cannot be used: TornadoVM 9.9.9-jdk99 (", "GridScheduler");
    assertThat(folder.resolve("out.npy")).doesNotExist();
  }

  /** What it printed, on both channels. */
  private String activations(String... words) throws Exception {
    String classPath = jar() + File.pathSeparator + System.getProperty("java.class.path");
    List<String> command =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Dtornado.load.runtime.implementation=another",
                    "-cp",
                    classPath,
                    "dev.activations.cli.Main"),
                Stream.of(words))
            .toList();
    Process process =
        JvmVariables.without(new ProcessBuilder(command)).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return text;
  }

  /** A class that is there, and nothing else. */
  private Path jar() throws IOException {
    Path source = folder.resolve("TaskGraph.java");
    Files.writeString(source, "package uk.ac.manchester.tornado.api; public class TaskGraph {}");
    int failures =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", folder.toString(), source.toString());
    assertThat(failures).isZero();
    Path jar = folder.resolve("tornado-api-9.9.9-jdk99.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file)) {
      entries.putNextEntry(new JarEntry(TASK_GRAPH + ".class"));
      Files.copy(folder.resolve(TASK_GRAPH + ".class"), entries);
    }
    return jar;
  }
}
