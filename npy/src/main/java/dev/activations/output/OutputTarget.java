package dev.activations.output;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Where an output goes.
 *
 * @param named what the user wrote, for messages
 * @param file the file to be made or replaced: what a symbolic link leads to, so that links stay
 */
record OutputTarget(Path named, Path file) {
  private static final int MOST_LINKS = 40;

  /** Finds the file behind the name, and checks that it may be made, or replaced with force. */
  static OutputTarget check(Path named, boolean force) throws IOException {
    Path file = named;
    for (int links = 0; Files.isSymbolicLink(file); links++) {
      if (links == MOST_LINKS) {
        throw refused(named, "symbolic links lead in a circle; expected a file: remove the link");
      }
      file = file.resolveSibling(Files.readSymbolicLink(file));
    }
    OutputTarget target = new OutputTarget(named, file);
    if (Files.isDirectory(file)) {
      throw refused(named, "is a directory; expected a file: name a file in it");
    }
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      if (!Files.isRegularFile(file)) {
        throw refused(
            named, "not a regular file; expected a file that can be replaced: name another");
      }
      if (!force) {
        throw target.exists();
      }
    }
    target.checkDirectory();
    return target;
  }

  /** The directory that holds the file. */
  Path directory() {
    // Only a root has no parent, and a root is a directory.
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file : parent;
  }

  /** The failure to replace without force. */
  FileAlreadyExistsException exists() {
    return new FileAlreadyExistsException(
        named.toString(),
        null,
        "already exists; expected no such file: use --force to replace it, or name another");
  }

  private void checkDirectory() throws IOException {
    Path directory = directory();
    if (!Files.exists(directory)) {
      throw new NoSuchFileException(
          directory.toString(), null, "no such directory for the output: create it first");
    }
    if (!Files.isDirectory(directory)) {
      throw refused(directory, "not a directory; expected one for the output: name another");
    }
  }

  private static FileSystemException refused(Path named, String reason) {
    return new FileSystemException(named.toString(), null, reason);
  }
}
