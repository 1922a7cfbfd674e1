package dev.activations.npy;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file is not a {@code .npy} file, or not one that can be taken; the message is one line. */
public final class NpyFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Says what is wrong with a file.
   *
   * @param file the file, which starts the message
   * @param detail what was expected, what was found and what to do
   */
  public NpyFormatException(Path file, String detail) {
    this(file, detail, null);
  }

  NpyFormatException(Path file, String detail, @Nullable Throwable cause) {
    super(file + ": " + detail, cause);
  }
}
