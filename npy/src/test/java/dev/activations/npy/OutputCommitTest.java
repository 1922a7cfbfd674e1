package dev.activations.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outputs appear whole or not at all, and replace only what they may. */
final class OutputCommitTest {
  private static final NpyHeader ONE = NpyOutputTest.ONE;
  private static final NpyHeader TWO = NpyOutputTest.TWO;

  @TempDir Path directory;
  private Path target;

  @BeforeEach
  void nameTarget() {
    target = directory.resolve("out.npy");
  }

  @Test
  void nothingShowsBeforeCommit() throws IOException {
    try (NpyOutput output = NpyOutput.create(target, ONE, false)) {
      output.write(0, new float[1], 0, 1);
      assertThat(target).doesNotExist();
      assertThat(names())
          .singleElement()
          .asString()
          .matches("\\.out\\.npy\\.[0-9a-f]+-\\d+\\.part");
    }
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void closeWithoutCommitKeepsTheOldContent() throws IOException {
    Files.writeString(target, "old");
    try (NpyOutput output = NpyOutput.create(target, ONE, true)) {
      output.write(0, new float[1], 0, 1);
    }
    assertThat(target).hasContent("old");
    assertOnlyTarget();
  }

  @Test
  void forceReplacesTheOldContent() throws IOException {
    Files.writeString(target, "old");
    try (NpyOutput output = NpyOutput.create(target, ONE, true)) {
      output.write(0, new float[1], 0, 1);
      output.commit();
    }
    NpyInput.open(target).close();
    assertOnlyTarget();
  }

  @Test
  void anExistingTargetIsRefused() throws IOException {
    Files.writeString(target, "old");
    assertThatExceptionOfType(FileAlreadyExistsException.class)
        .isThrownBy(() -> NpyOutput.create(target, ONE, false).close())
        .withMessage(
            target
                + ": already exists; expected no such file: "
                + "use --force to replace it, or name another");
    assertThat(target).hasContent("old");
    assertOnlyTarget();
  }

  @Test
  void aTargetMadeMeanwhileIsRefusedAtCommit() throws IOException {
    try (NpyOutput output = NpyOutput.create(target, ONE, false)) {
      output.write(0, new float[1], 0, 1);
      Files.writeString(target, "other");
      assertThatThrownBy(output::commit)
          .isInstanceOf(FileAlreadyExistsException.class)
          .hasMessageStartingWith(target + ": already exists");
    }
    assertThat(target).hasContent("other");
    assertOnlyTarget();
  }

  @Test
  void ofTwoOutputsTheFirstToCommitWins() throws IOException {
    try (NpyOutput first = NpyOutput.create(target, ONE, false);
        NpyOutput second = NpyOutput.create(target, ONE, false)) {
      first.write(0, new float[] {1}, 0, 1);
      second.write(0, new float[] {2}, 0, 1);
      second.commit();
      assertThatThrownBy(first::commit).isInstanceOf(FileAlreadyExistsException.class);
    }
    try (NpyInput input = NpyInput.open(target)) {
      assertThat(input.floatAt(0)).isEqualTo(2f);
    }
    assertOnlyTarget();
  }

  @Test
  void aDirectoryMadeMeanwhileIsRefusedInOneLine() throws IOException {
    try (NpyOutput output = NpyOutput.create(target, ONE, true)) {
      output.write(0, new float[1], 0, 1);
      Files.createDirectory(target);
      assertThatThrownBy(output::commit)
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith(target + ": cannot be put in place (");
    }
    assertOnlyTarget();
  }

  @Test
  void anIncompleteOutputIsNotCommitted() throws IOException {
    try (NpyOutput output = NpyOutput.create(target, TWO, false)) {
      output.write(1, new double[1], 0, 1);
      assertThatIllegalStateException()
          .isThrownBy(output::commit)
          .withMessage(target + ": cannot be committed: 1 of 2 elements written");
    }
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void afterCommitNothingMoreIsTaken() throws IOException {
    try (NpyOutput output = NpyOutput.create(target, ONE, false)) {
      output.write(0, new float[1], 0, 1);
      output.commit();
      assertThatIllegalStateException().isThrownBy(() -> output.write(0, new float[1], 0, 1));
      assertThatIllegalStateException().isThrownBy(output::commit).withMessageContaining("twice");
    }
    assertOnlyTarget();
  }

  @Test
  void afterCloseNothingMoreIsTaken() throws IOException {
    NpyOutput output = NpyOutput.create(target, ONE, false);
    output.close();
    output.close();
    assertThatThrownBy(() -> output.write(0, new float[1], 0, 1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("out.npy");
    assertThat(directory).isEmptyDirectory();
  }

  private void assertOnlyTarget() throws IOException {
    assertThat(names()).containsExactly("out.npy");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
