package dev.activations.npy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Opens the files that can be mapped, and says in one line why another cannot. What comes through a
 * pipe goes into a temporary file first.
 */
final class InputChannel {
  private static final String STDIN = "-";
  private static final Path DEVICE = Path.of("/dev/stdin");

  /** The kinds of files in the mode that the system tells. */
  private static final int KIND = 0170000;

  private static final int PIPE = 0010000;

  private InputChannel() {}

  static FileChannel open(Path file) throws IOException {
    if (file.toString().equals(STDIN) && !Files.isRegularFile(DEVICE)) {
      return copied(file, System.in);
    }
    return opened(file.toString().equals(STDIN) ? DEVICE : file);
  }

  private static FileChannel opened(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new NpyFormatException(
          file, "is a directory; expected a .npy file: name one file in it");
    }
    if (isPipe(file)) {
      try (InputStream pipe = Files.newInputStream(file)) {
        return copied(file, pipe);
      }
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new NpyFormatException(
          file, "not a regular file; expected a .npy file: save the stream to a file first");
    }
    try {
      return FileChannel.open(file, StandardOpenOption.READ);
    } catch (NoSuchFileException missing) {
      throw causedBy(
          new NoSuchFileException(
              file.toString(), null, "no such file; expected a .npy file: check the path"),
          missing);
    } catch (AccessDeniedException denied) {
      throw causedBy(
          new AccessDeniedException(
              file.toString(), null, "permission denied; expected a readable file: check its mode"),
          denied);
    }
  }

  private static boolean isPipe(Path file) {
    try {
      return Files.exists(file) && ((Integer) Files.getAttribute(file, "unix:mode") & KIND) == PIPE;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException noModes) {
      return false;
    }
  }

  /** A file that nobody else sees, and that is gone when it is closed. */
  private static FileChannel copied(Path named, InputStream stream) throws IOException {
    Path temporary = Files.createTempFile("activations", ".npy");
    FileChannel channel =
        FileChannel.open(
            temporary,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    try {
      stream.transferTo(Channels.newOutputStream(channel));
      return channel.position(0);
    } catch (IOException failed) {
      channel.close();
      throw new IOException(
          named
              + ": cannot be copied into the folder "
              + temporary.getParent()
              + " ("
              + failed.getMessage()
              + "): check the disk, or save the stream to a file first",
          failed);
    }
  }

  private static IOException causedBy(IOException exception, IOException cause) {
    exception.initCause(cause);
    return exception;
  }
}
