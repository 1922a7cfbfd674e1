package dev.activations.npy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a process that is ended in the middle of an output leaves, and who clears it away. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(120)
final class KilledOutputTest {
  @TempDir Path directory;
  private Path target;

  @BeforeEach
  void nameTarget() {
    target = directory.resolve("out.npy");
  }

  /** The process to be ended: it starts an output, says so, and waits. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] arguments) throws IOException {
      try (NpyOutput output = NpyOutput.create(Path.of(arguments[0]), NpyOutputTest.ONE, true)) {
        output.write(0, new float[1], 0, 1);
        System.out.write('!');
        System.out.flush();
        // Ends with the parent at the latest.
        int end = System.in.read();
        if (end >= 0) {
          output.commit();
        }
      }
    }
  }

  @Test
  void aProcessToldToStopLeavesNothing() throws Exception {
    Files.writeString(target, "old");
    Process writer = start();
    assertThat(parts()).hasSize(1);
    // Process.destroy would close its input as well, and it would end by itself.
    writer.toHandle().destroy();
    assertThat(writer.waitFor()).isNotZero();
    assertThat(parts()).isEmpty();
    assertThat(target).hasContent("old");
  }

  @Test
  void whatAKilledProcessLeavesIsClearedByTheNext() throws Exception {
    Process writer = start();
    writer.destroyForcibly();
    writer.waitFor();
    List<Path> left = parts();
    assertThat(left).hasSize(1);
    assertThat(target).doesNotExist();
    try (NpyOutput output = NpyOutput.create(target, NpyOutputTest.ONE, false)) {
      assertThat(output).isNotNull();
      assertThat(parts()).hasSize(1).doesNotContainAnyElementsOf(left);
    }
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void aLivingProcessKeepsItsPart() throws Exception {
    Process writer = start();
    List<Path> living = parts();
    try (NpyOutput output = NpyOutput.create(target, NpyOutputTest.ONE, true)) {
      assertThat(output).isNotNull();
      assertThat(parts()).hasSize(2).containsAll(living);
      try (NpyOutput third = NpyOutput.create(target, NpyOutputTest.ONE, true)) {
        assertThat(third).isNotNull();
        assertThat(parts()).hasSize(3);
      }
    }
    writer.getOutputStream().write('!');
    writer.getOutputStream().close();
    assertThat(writer.waitFor()).isZero();
    NpyInput.open(target).close();
    assertThat(parts()).isEmpty();
  }

  @Test
  void aLockHeldElsewhereInThisProcessIsRespected() throws IOException {
    Path part = Files.createFile(directory.resolve(".out.npy.0123456789abcdef-1.part"));
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      NpyOutput.create(target, NpyOutputTest.ONE, false).close();
    }
    assertThat(parts()).containsExactly(part);
  }

  @Test
  void onlyPartsOfTheTargetAreCleared() throws IOException {
    Path stale = Files.createFile(directory.resolve(".out.npy.0123456789abcdef-1.part"));
    Path link = directory.resolve(".out.npy.0123456789abcdef-2.part");
    Files.createSymbolicLink(link, stale);
    Path other = Files.createFile(directory.resolve(".out2npy.0123456789abcdef-1.part"));
    Path backup = Files.createFile(directory.resolve(".out.npy.backup.part"));
    NpyOutput.create(target, NpyOutputTest.ONE, false).close();
    assertThat(stale).doesNotExist();
    assertThat(parts()).containsExactlyInAnyOrder(link, other, backup);
  }

  private Process start() throws IOException, URISyntaxException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classes(NpyOutput.class) + ":" + classes(Writer.class),
                Writer.class.getName(),
                target.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.getInputStream().read()).isEqualTo('!');
    return process;
  }

  private static Path classes(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private List<Path> parts() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".part")).toList();
    }
  }
}
