package dev.activations.cli.npy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Opens the files that can be mapped, and says in one line why another cannot. */
final class InputChannel {
  private InputChannel() {}

  static FileChannel open(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new NpyFormatException(
          file, "is a directory; expected a .npy file: name one file in it");
    }
    // Opening a pipe would block, and a pipe cannot be mapped.
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

  private static IOException causedBy(IOException exception, IOException cause) {
    exception.initCause(cause);
    return exception;
  }
}
