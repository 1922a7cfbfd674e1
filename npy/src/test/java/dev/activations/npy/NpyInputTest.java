package dev.activations.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteOrder;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What an input does at its edges; the contents of files are the matter of other tests. */
final class NpyInputTest {
  private static final Path FLOATS = Fixtures.path("valid/f4-le-C-r1-v1.npy");
  private static final Path DOUBLES = Fixtures.path("valid/f8-le-C-r1-v1.npy");

  @Test
  void aMissingFileIsNamed(@TempDir Path directory) {
    Path file = directory.resolve("none.npy");
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> NpyInput.open(file))
        .withMessage(file + ": no such file; expected a .npy file: check the path");
  }

  @Test
  void aDirectoryIsRefused(@TempDir Path directory) {
    assertThatExceptionOfType(NpyFormatException.class)
        .isThrownBy(() -> NpyInput.open(directory))
        .withMessageContaining("is a directory");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aDeviceIsRefused() {
    assertThatExceptionOfType(NpyFormatException.class)
        .isThrownBy(() -> NpyInput.open(Path.of("/dev/null")))
        .withMessageContaining("not a regular file");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void anUnreadableFileIsNamed(@TempDir Path directory) throws IOException {
    Path file = Files.copy(FLOATS, directory.resolve("secret.npy"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(file), "this user, such as root, reads whatever the mode");
    assertThatExceptionOfType(AccessDeniedException.class)
        .isThrownBy(() -> NpyInput.open(file))
        .withMessageContaining("permission denied; expected a readable file");
  }

  @Test
  void readingTheWrongTypeIsAProgrammingError() throws IOException {
    try (NpyInput floats = NpyInput.open(FLOATS);
        NpyInput doubles = NpyInput.open(DOUBLES)) {
      assertThatIllegalStateException().isThrownBy(() -> floats.read(0, new double[1], 0, 1));
      assertThatIllegalStateException().isThrownBy(() -> floats.doubleAt(0));
      assertThatIllegalStateException().isThrownBy(() -> doubles.read(0, new float[1], 0, 1));
      assertThatIllegalStateException().isThrownBy(() -> doubles.floatAt(0));
    }
  }

  @Test
  void readingOutsideIsOutOfBounds() throws IOException {
    try (NpyInput floats = NpyInput.open(FLOATS);
        NpyInput doubles = NpyInput.open(DOUBLES)) {
      long count = floats.header().elements();
      assertOutOfBounds(() -> floats.read(count, new float[1], 0, 1));
      assertOutOfBounds(() -> floats.read(-1, new float[1], 0, 1));
      assertOutOfBounds(() -> floats.read(Long.MAX_VALUE, new float[1], 0, 1));
      assertOutOfBounds(() -> floats.read(0, new float[1], 0, 2));
      assertOutOfBounds(() -> doubles.read(0, new double[1], 1, 1));
      assertOutOfBounds(() -> floats.floatAt(count));
      assertOutOfBounds(() -> doubles.doubleAt(-1));
    }
  }

  private interface Access {
    void run() throws IOException;
  }

  private static void assertOutOfBounds(Access access) {
    assertThatThrownBy(access::run).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void afterCloseBulkReadsFail() throws IOException {
    NpyInput input = NpyInput.open(FLOATS);
    input.close();
    assertThatThrownBy(() -> input.read(0, new float[1], 0, 1))
        .isInstanceOf(ClosedChannelException.class);
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aFileCutByPagesIsAnIoException(@TempDir Path directory) throws IOException {
    assertCutIsNoticed(directory.resolve("pages.npy"), 128);
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aFileCutWithinItsLastPageIsAnIoException(@TempDir Path directory) throws IOException {
    assertCutIsNoticed(directory.resolve("bytes.npy"), 128 + 3 * (1 << 16) - 4);
  }

  private static void assertCutIsNoticed(Path file, long length) throws IOException {
    for (ElementType type : ElementType.values()) {
      int count = 3 * (1 << 16) / type.bytes();
      sparse(file, NpyHeader.of(type, ByteOrder.BIG_ENDIAN, count));
      try (NpyInput input = NpyInput.open(file)) {
        input.ensureUncut();
        try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
          cut.setLength(length);
        }
        assertThatThrownBy(
                () -> {
                  try {
                    readAll(input, type, count);
                  } catch (InternalError late) {
                    // As apply does: the JVM may report the fault after all of read.
                    input.ensureUncut();
                    throw late;
                  }
                })
            .isInstanceOf(IOException.class)
            .hasMessageContaining(file + ": the file changed while it was read");
        assertThatThrownBy(input::ensureUncut).isInstanceOf(IOException.class);
      }
    }
  }

  private static void readAll(NpyInput input, ElementType type, int count) throws IOException {
    if (type == ElementType.FLOAT64) {
      input.read(0, new double[count], 0, count);
    } else {
      input.read(0, new float[count], 0, count);
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void positionsBeyondTwoGigabytesAreReached(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("large.npy");
    long count = (5L << 28) + 3;
    assumeTrue(
        Files.getFileStore(directory).supportsFileAttributeView("posix"),
        "sparse files are taken for granted on POSIX file systems only");
    NpyHeader header = NpyHeader.of(ElementType.FLOAT32, ByteOrder.BIG_ENDIAN, count);
    sparse(file, header);
    long window = 1L << 28;
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      float mark = 0;
      for (long index : new long[] {3 * window - 1, 3 * window, count - 1}) {
        out.seek(header.dataOffset() + index * Float.BYTES);
        out.writeFloat(++mark);
      }
    }
    try (NpyInput input = NpyInput.open(file)) {
      float[] found = new float[4];
      input.read(3 * window - 2, found, 0, found.length);
      assertThat(found).containsExactly(0f, 1f, 2f, 0f);
      assertThat(input.floatAt(3 * window - 1)).isEqualTo(1f);
      assertThat(input.floatAt(count - 1)).isEqualTo(3f);
    }
  }

  /** A file of zeros that takes no room on the disk. */
  private static void sparse(Path file, NpyHeader header) throws IOException {
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.setLength(0);
      out.write(header.encode());
      out.setLength(header.dataOffset() + header.dataBytes());
    }
  }
}
