package dev.activations.cli.terminal;

import java.io.FileDescriptor;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** Stdout, where results go. */
public final class Results {
  /** Where results go instead of stdout, which TornadoVM and drivers of devices print to. */
  private static final String PROPERTY = "activations.results";

  private static final Set<String> NAMES =
      Set.of("-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1");

  private Results() {}

  /**
   * Whether a file name stands for stdout.
   *
   * @param file as the user wrote it
   * @return true for {@code -} and for what the system calls it
   */
  public static boolean isStdout(Path file) {
    return NAMES.contains(file.toString());
  }

  /**
   * Opens it.
   *
   * @return what takes results; a reader that leaves early is no failure
   * @throws FileNotFoundException when the file for the results cannot be opened
   */
  public static PipeOutput open() throws FileNotFoundException {
    String results = System.getProperty(PROPERTY);
    return new PipeOutput(
        results == null ? new FileOutputStream(FileDescriptor.out) : new FileOutputStream(results));
  }

  /**
   * Whether a person would see what is written.
   *
   * @return false for a pipe or a file, and where that cannot be told
   */
  public static boolean isTerminal() {
    if (System.getProperty(PROPERTY) != null) {
      return false;
    }
    try {
      Path real = Path.of("/dev/stdout").toRealPath();
      return real.startsWith("/dev/pts") || real.toString().startsWith("/dev/tty");
    } catch (IOException notAFile) {
      return false;
    }
  }
}
