package dev.activations.cli.apply;

import dev.activations.cli.terminal.Results;
import dev.activations.output.Output;
import dev.activations.output.StreamOutput;
import dev.activations.output.WholeFile;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the array goes: a file that appears whole, or a stream: stdout, a pipe with a name, a
 * device such as {@code /dev/null}.
 *
 * @param file as the user wrote it
 * @param force whether an existing file may be replaced
 */
record ArrayTarget(Path file, boolean force) {
  /** The kinds of files in the mode that the system tells. */
  private static final int KIND = 0170000;

  private static final int PIPE = 0010000;
  private static final int DEVICE = 0020000;

  boolean isStream() {
    return Results.isStdout(file)
        || file.startsWith("/dev/fd")
        || file.startsWith("/proc/self/fd")
        || (Files.exists(file) && !Files.isRegularFile(file) && isPipeOrDevice());
  }

  private boolean isPipeOrDevice() {
    try {
      int kind = (Integer) Files.getAttribute(file, "unix:mode") & KIND;
      return kind == PIPE || kind == DEVICE;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException noModes) {
      return false;
    }
  }

  /** Whether it is the file that is read. */
  boolean isSameAs(Path input) throws IOException {
    return !isStream()
        && Files.exists(file)
        && Files.exists(input)
        && Files.isSameFile(input, file);
  }

  /** What writes into it. */
  interface Writer {
    void write(Output output) throws IOException;
  }

  /** Opens it, lets it be written and closes it. */
  void write(Writer writer) throws IOException {
    if (!isStream()) {
      try (Output output = WholeFile.create(file, force)) {
        writer.write(output);
      }
      return;
    }
    try (OutputStream stream = open();
        Output output = new StreamOutput(file, stream)) {
      writer.write(output);
    }
  }

  private OutputStream open() throws IOException {
    if (!Results.isStdout(file)) {
      return new FileOutputStream(file.toFile(), true);
    }
    if (Results.isTerminal()) {
      throw new IOException(
          file + ": stdout is a terminal, and arrays are bytes: send it to a file or a pipe");
    }
    return Results.open();
  }

  /** The name that temporary files are called after, in a folder that has room for them. */
  Path beside() throws IOException {
    if (isStream()) {
      return Path.of(System.getProperty("java.io.tmpdir", "/tmp"), "activations.npy");
    }
    return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
  }
}
