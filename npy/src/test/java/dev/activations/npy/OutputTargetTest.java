package dev.activations.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an output does with links, directories and permissions. */
@EnabledOnOs({OS.LINUX, OS.MAC})
final class OutputTargetTest {
  @TempDir Path directory;
  private Path target;

  @BeforeEach
  void nameTarget() {
    target = directory.resolve("out.npy");
  }

  @Test
  void aSymbolicLinkStaysAndItsFileIsReplaced() throws IOException {
    Path file = Files.writeString(Files.createDirectory(directory.resolve("sub")).resolve("f"), "");
    Path inner = Files.createSymbolicLink(directory.resolve("inner"), Path.of("sub/f"));
    Files.createSymbolicLink(target, inner);
    assertThatThrownBy(() -> NpyOutput.create(target, NpyOutputTest.ONE, false).close())
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageStartingWith(target + ": already exists");
    write(target, true);
    assertThat(target).isSymbolicLink();
    assertThat(inner).isSymbolicLink();
    assertThat(file).isRegularFile();
    NpyInput.open(file).close();
    assertThat(file.getParent()).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void throughADanglingLinkItsFileIsMade() throws IOException {
    Files.createSymbolicLink(target, Path.of("new.npy"));
    write(target, false);
    assertThat(target).isSymbolicLink();
    assertThat(directory.resolve("new.npy")).isRegularFile();
  }

  @Test
  void linksInACircleAreRefused() throws IOException {
    Files.createSymbolicLink(target, target);
    assertRefused(target, target + ": symbolic links lead in a circle");
  }

  @Test
  void aDirectoryIsRefused() {
    assertRefused(directory, directory + ": is a directory; expected a file");
    assertRefused(Path.of("/"), "/: is a directory");
  }

  @Test
  void aDeviceIsRefused() {
    assertRefused(Path.of("/dev/null"), "/dev/null: not a regular file");
  }

  @Test
  void aMissingDirectoryIsNamed() {
    Path missing = directory.resolve("none");
    assertThatThrownBy(() -> write(missing.resolve("out.npy"), false))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessage(missing + ": no such directory for the output: create it first");
  }

  @Test
  void aFileInThePlaceOfTheDirectoryIsNamed() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");
    assertRefused(file.resolve("out.npy"), file + ": not a directory; expected one");
  }

  @Test
  void aReadOnlyDirectoryIsNamed() throws IOException {
    Path locked = Files.createDirectory(directory.resolve("locked"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
    if (Files.isWritable(locked)) {
      // Permissions do not bind this user, such as root, but the kernel does.
      locked = Path.of("/sys");
      assumeTrue(Files.isDirectory(locked), "nothing here is read-only to this user");
    }
    assertRefused(locked.resolve("out.npy"), locked + ": cannot create a file here (");
  }

  @Test
  void aNewFileHasTheModeOfTheUmask() throws IOException {
    Path other = Files.createFile(directory.resolve("other"));
    write(target, false);
    assertThat(mode(target)).isEqualTo(mode(other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "rwxr-x---", "r--r--r--"})
  void aReplacedFileKeepsItsMode(String mode) throws IOException {
    Files.writeString(target, "old");
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(mode));
    write(target, true);
    assertThat(PosixFilePermissions.toString(mode(target))).isEqualTo(mode);
    NpyInput.open(target).close();
  }

  @Test
  void aPartFileIsNoMoreOpenThanTheFileItReplaces() throws IOException {
    Files.writeString(target, "old");
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("r--r-----"));
    try (NpyOutput output = NpyOutput.create(target, NpyOutputTest.ONE, true);
        Stream<Path> files = Files.list(directory)) {
      assertThat(output).isNotNull();
      Path part = files.filter(file -> !file.equals(target)).findFirst().orElseThrow();
      assertThat(PosixFilePermissions.toString(mode(part))).isEqualTo("rw-r-----");
    }
  }

  @Test
  void theLongestNamesAreWritten() throws IOException {
    Path longest = directory.resolve("n".repeat(251) + ".npy");
    write(longest, false);
    write(longest, true);
    NpyInput.open(longest).close();
  }

  private static void assertRefused(Path file, String message) {
    assertThatThrownBy(() -> write(file, true))
        .isInstanceOf(FileSystemException.class)
        .hasMessageStartingWith(message);
  }

  private static void write(Path file, boolean force) throws IOException {
    try (NpyOutput output = NpyOutput.create(file, NpyOutputTest.ONE, force)) {
      output.write(0, new float[1], 0, 1);
      output.commit();
    }
  }

  private static Set<PosixFilePermission> mode(Path file) throws IOException {
    return Files.getPosixFilePermissions(file);
  }
}
