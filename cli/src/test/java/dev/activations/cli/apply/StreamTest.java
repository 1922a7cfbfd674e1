package dev.activations.cli.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.activations.cli.JvmVariables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays through stdin, stdout and pipes, by a JVM whose stdout they are. */
class StreamTest {
  private static final Path SHELL = Path.of("/bin/bash");
  private static final String COMMAND =
      "a() { \"$JAVA\" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp \"$CLASSES\""
          + " dev.activations.cli.Main \"$@\" --backend cpu; }; set -o pipefail; ";

  private static final float[] VALUES = {-1, 2, -3, 4, 5, -6, 7, 8, -9, 10, 11, 12};
  private static final double[] RECTIFIED = {0, 2, 0, 4, 5, 0, 7, 8, 0, 10, 11, 12};

  @TempDir private Path folder;

  @BeforeEach
  void files() throws IOException {
    assumeThat(SHELL).as("a shell for redirections").exists();
    NpyFile.floats(folder.resolve("x.npy"), new long[] {2, 3, 2}, VALUES);
  }

  /** Runs a line of shell in which a stands for the command; gives what it says on stderr. */
  private String shell(int status, String line) throws Exception {
    ProcessBuilder builder =
        JvmVariables.without(new ProcessBuilder(SHELL.toString(), "-c", COMMAND + line))
            .directory(folder.toFile());
    builder
        .environment()
        .put("JAVA", Path.of(System.getProperty("java.home"), "bin", "java").toString());
    builder.environment().put("CLASSES", System.getProperty("java.class.path"));
    Path said = folder.resolve("said");
    Process process = builder.redirectError(said.toFile()).start();
    assertThat(process.getInputStream().readAllBytes()).isEmpty();
    int ended = process.waitFor();
    String err = Files.readString(said, StandardCharsets.UTF_8);
    Files.delete(said);
    assertThat(ended).as(err).isEqualTo(status);
    return err;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a apply relu x.npy - >y.npy",
        "a apply relu x.npy /dev/stdout >y.npy",
        "a apply relu x.npy /dev/fd/1 >y.npy",
        "a apply relu - - <x.npy >y.npy",
        "cat x.npy | a apply relu - - | cat >y.npy",
        "a apply relu /dev/stdin y.npy <x.npy",
        "cat x.npy | a apply relu /dev/stdin y.npy",
        "mkfifo p q; cat x.npy >p & cat q >y.npy & a apply relu p q && wait && rm p q",
        "a apply relu x.npy /dev/fd/3 3>y.npy",
      })
  void anArrayGoesThroughAStream(String line) throws Exception {
    assertThat(shell(0, line)).isEmpty();
    assertThat(NpyFile.read(folder.resolve("y.npy"))).containsExactly(RECTIFIED);
    try (Stream<Path> names = Files.list(folder)) {
      assertThat(names.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("x.npy", "y.npy");
    }
  }

  /** Rows along another axis are written out of order, and steps along two axes take two passes. */
  @ParameterizedTest
  @ValueSource(
      strings = {"softmax:axis=1", "softmax:axis=0", "softmax:axis=1,relu,softmax:dim=0", "exp"})
  void aStreamHasTheBytesOfTheFile(String steps) throws Exception {
    String batch = " --batch-rows 1";
    shell(0, "a apply " + steps + " x.npy y.npy && a apply " + steps + batch + " x.npy - >z.npy");
    assertThat(folder.resolve("z.npy")).hasSameBinaryContentAs(folder.resolve("y.npy"));
  }

  @Test
  void aReaderThatLeavesEarlyIsNoFailure() throws Exception {
    assertThat(shell(0, "a apply relu x.npy - | head -c 10 >start")).isEmpty();
    assertThat(Files.size(folder.resolve("start"))).isEqualTo(10);
  }

  @Test
  void aFullDiskIsOneLine() throws Exception {
    assertThat(shell(1, "a apply relu x.npy - >/dev/full"))
        .startsWith("activations apply: -: cannot write (No space left on device)")
        .hasLineCount(1);
  }

  @Test
  void aBrokenStreamIsNamed() throws Exception {
    assertThat(shell(1, "head -c 100 x.npy | a apply relu - y.npy"))
        .startsWith("activations apply: -: truncated")
        .hasLineCount(1);
    assertThat(folder.resolve("y.npy")).doesNotExist();
  }
}
