package dev.activations.cli.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.activations.cli.JvmVariables;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command in a JVM of its own, killed at any moment, or writing to a disk that is full. */
class InterruptedApplyTest {
  private static final int ELEMENTS = 4 << 20;

  @TempDir private Path folder;
  private Path input;
  private Path output;

  @BeforeEach
  void files() throws IOException {
    float[] x = new float[ELEMENTS];
    for (int i = 0; i < ELEMENTS; i++) {
      x[i] = i % 1000 / 100f;
    }
    input = NpyFile.floats(folder.resolve("x.npy"), new long[] {ELEMENTS / 64, 64}, x);
    output = folder.resolve("y.npy");
  }

  private List<String> command(String... options) {
    return command("-Xmx256m", options);
  }

  private List<String> command(String heap, String[] options) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.add(heap);
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.activations.cli.Main"));
    words.addAll(List.of("apply", "gelu_erf,softmax", input.toString(), output.toString()));
    words.addAll(List.of(options));
    return words;
  }

  /** Killed when a part of the output is written: nobody sees that part under its name. */
  @Test
  void aKilledRunLeavesTheOldOutput() throws Exception {
    byte[] old = "what was there before".getBytes(StandardCharsets.UTF_8);
    long whole = Files.size(input);
    for (long written : new long[] {1, whole / 3, 2 * whole / 3}) {
      Files.write(output, old);
      int attempts = 0;
      while (!isKilledAt(written, old, whole)) {
        attempts++;
        assertThat(attempts)
            .as("runs that ended before %d bytes were seen", written)
            .isLessThan(20);
        Files.write(output, old);
      }
    }
    Process process =
        JvmVariables.without(new ProcessBuilder(command("--force"))).inheritIO().start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(Files.size(output)).isEqualTo(whole);
    assertThat(names()).as("what killed runs left is swept up").containsExactly("x.npy", "y.npy");
  }

  /** Starts a run and kills it when so many bytes are there; false when it was done before. */
  private boolean isKilledAt(long written, byte[] old, long whole) throws Exception {
    List<String> before = names();
    Process process =
        JvmVariables.without(new ProcessBuilder(command("--force", "--batch-rows", "8")))
            .redirectErrorStream(true)
            .start();
    while (process.isAlive() && bytesBesides(before) < written) {
      Thread.onSpinWait();
    }
    process.destroyForcibly().waitFor();
    byte[] now = Files.readAllBytes(output);
    boolean killed = bytesBesides(before) >= written;
    if (killed) {
      assertThat(now).isEqualTo(old);
    } else {
      assertThat(now.length).as("what a run that was not stopped wrote").isEqualTo((int) whole);
    }
    return killed;
  }

  /**
   * What is in files that were not there before: the one that takes the output until it is whole.
   */
  private long bytesBesides(List<String> before) throws IOException {
    long bytes = 0;
    for (String name : names()) {
      if (!before.contains(name)) {
        try {
          bytes += Files.size(folder.resolve(name));
        } catch (NoSuchFileException published) {
          // It was renamed between the two looks.
        }
      }
    }
    return bytes;
  }

  /** A limit on the size of files stands in for a full disk: writing fails half-way. */
  @Test
  void aFullDiskIsOneLineAndNoFile() throws Exception {
    Path shell = Path.of("/bin/bash");
    assumeThat(shell).as("a shell with ulimit").exists();
    List<String> words = new ArrayList<>(List.of(shell.toString(), "-c"));
    words.add("ulimit -f 2048; exec \"$0\" \"$@\"");
    words.addAll(command("--batch-rows", "512"));
    Process process =
        JvmVariables.without(new ProcessBuilder(words)).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(said.strip().lines()).hasSize(1);
    assertThat(said).startsWith("activations apply: ").contains("y.npy", "File too large");
    assertThat(names()).containsExactly("x.npy");
  }

  /** A file larger than the heap gives the bytes that it gives in one piece. */
  @Test
  void aFileLargerThanMemoryStreams() throws Exception {
    int rows = ELEMENTS / 64 * 16;
    Files.write(input, NpyFile.header("<f4", false, new long[] {rows, 64}));
    try (RandomAccessFile file = new RandomAccessFile(input.toFile(), "rw")) {
      long data = file.length();
      file.setLength(data + 4L * rows * 64);
      for (int row = 0; row < rows; row += 1000) {
        file.seek(data + 256L * row);
        file.writeInt(0x0000803f | (row << 8 & 0xff00));
      }
    }
    String[] none = {};
    assertThat(
            JvmVariables.without(new ProcessBuilder(command("-Xmx64m", none)))
                .inheritIO()
                .start()
                .waitFor())
        .isZero();
    Path streamed = Files.move(output, folder.resolve("streamed.npy"));
    String[] whole = {"--batch-rows", String.valueOf(rows)};
    assertThat(
            JvmVariables.without(new ProcessBuilder(command("-Xmx2g", whole)))
                .inheritIO()
                .start()
                .waitFor())
        .isZero();
    assertThat(Files.size(output)).isGreaterThan(256 << 20);
    assertThat(Files.mismatch(streamed, output)).isEqualTo(-1);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
