package dev.activations.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command in a JVM of its own, told to end in the middle of a run over all floats. */
class InterruptedVerifyTest {
  @Test
  void whatWasCoveredIsReported(@TempDir Path folder) throws Exception {
    Path out = folder.resolve("out");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dactivations.terminal.columns=80",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.activations.cli.Main",
                "verify",
                "--backend",
                "cpu",
                "--function",
                "gelu_erf,tanh",
                "--exhaustive")
            .redirectOutput(out.toFile())
            .start();
    // The bar on stderr says that it is at work.
    StringBuilder err = new StringBuilder();
    InputStream stream = process.getErrorStream();
    while (!err.toString().contains("1%")) {
      int next = stream.read();
      assertThat(next).as("stderr ended: %s", err).isNotNegative();
      err.append((char) next);
    }
    process.toHandle().destroy(); // the process itself would close its streams
    String rest = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("the status of the signal").isEqualTo(128 + 15);
    assertThat(rest).contains("activations verify: gelu_erf value: stopped after ");
    assertThat(Files.readString(out))
        .containsPattern(
            "gelu_erf value: partial, stopped after [0-9,]+ of 4,294,967,296 inputs\n  max [0-9.]+ ULP")
        .doesNotContain("derivative", "tanh")
        .endsWith("1 result: 1 partial\n");
  }
}
