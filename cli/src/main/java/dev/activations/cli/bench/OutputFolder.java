package dev.activations.cli.bench;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The folder for a run's files, checked before anything is measured. Its files can be written while
 * the JVM is being ended, which other whole files cannot.
 */
final class OutputFolder {
  private final Path folder;

  private OutputFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes the folder.
   *
   * @throws IOException when it cannot be made or written, or has such files and force is not given
   */
  static OutputFolder prepare(Path folder, boolean force, String... files) throws IOException {
    try {
      Files.createDirectories(folder);
    } catch (FileAlreadyExistsException file) {
      throw refused(folder, "is no folder; expected one for the results: name another", file);
    } catch (IOException denied) {
      throw refused(
          folder, "cannot be made (" + reason(denied) + "): name a folder that can", denied);
    }
    for (String file : files) {
      Path path = folder.resolve(file);
      if (!force && Files.exists(path)) {
        throw new FileAlreadyExistsException(
            path.toString(),
            null,
            "already exists; expected no such file: use --force to replace it, or name another"
                + " folder");
      }
    }
    OutputFolder output = new OutputFolder(folder);
    Files.delete(output.part("probe", ""));
    return output;
  }

  /** What the folder is called. */
  String name() {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    return name == null ? folder.toString() : name.toString();
  }

  /** Writes a file whole or not at all. */
  Path write(String name, String text) throws IOException {
    Path target = folder.resolve(name);
    Path part = part(name, text);
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
    return target;
  }

  private Path part(String name, String text) throws IOException {
    try {
      // No temporary file of the JDK: those are for their owner's eyes only.
      Path part = folder.resolve("." + name + "." + ProcessHandle.current().pid() + ".part");
      try {
        return Files.writeString(part, text);
      } catch (IOException full) {
        Files.deleteIfExists(part);
        throw full;
      }
    } catch (IOException denied) {
      throw refused(
          folder,
          "cannot be written ("
              + reason(denied)
              + "): check its mode and the disk, or name another",
          denied);
    }
  }

  private static String reason(IOException failure) {
    String reason =
        failure instanceof FileSystemException file ? file.getReason() : failure.getMessage();
    return reason == null
        ? failure.getClass().getSimpleName().replace("AccessDeniedException", "permission denied")
        : reason;
  }

  private static FileSystemException refused(Path path, String reason, IOException cause) {
    FileSystemException refused = new FileSystemException(path.toString(), null, reason);
    refused.initCause(cause);
    return refused;
  }
}
