package dev.activations.output;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** The names of part files, and the removal of those whose process died before it could. */
final class StaleParts {
  private static final String PROCESS =
      String.format(Locale.ROOT, "%016x", new SecureRandom().nextLong());
  private static final AtomicLong COUNT = new AtomicLong();
  private static final int LONGEST_NAME = 200;

  private StaleParts() {}

  /** Returns a new name beside the file, such as {@code .out.npy.<process>-1.part}. */
  static Path newName(Path directory, Path file) {
    return directory.resolve(prefix(file) + PROCESS + "-" + COUNT.incrementAndGet() + ".part");
  }

  /**
   * Removes the part files for the same target that no living process holds locked; those that
   * cannot be removed stay.
   */
  static void remove(Path directory, Path file) {
    Pattern name = Pattern.compile(Pattern.quote(prefix(file)) + "([0-9a-f]{16})-\\d+\\.part");
    DirectoryStream.Filter<Path> others =
        path -> {
          var parts = name.matcher(String.valueOf(path.getFileName()));
          // Parts of this process are alive, and to POSIX closing any one of its channels to a
          // file gives up the process's lock: they must not even be opened.
          return parts.matches() && !parts.group(1).equals(PROCESS);
        };
    try (DirectoryStream<Path> paths = Files.newDirectoryStream(directory, others)) {
      paths.forEach(StaleParts::removeUnlocked);
    } catch (IOException | RuntimeException unreadable) {
      // A directory may be writable and not readable; the output itself does not need this.
    }
  }

  private static void removeUnlocked(Path part) {
    if (!Files.isRegularFile(part, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (FileChannel channel =
        FileChannel.open(part, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
      // Deleting only under the lock lets a writer that locks later find out.
      if (channel.tryLock() != null) {
        Files.deleteIfExists(part);
      }
    } catch (IOException | OverlappingFileLockException alive) {
      // Its process holds it, or it is another user's.
    }
  }

  /** A name near the file system's limit, mostly 255 bytes, leaves no room for the rest. */
  private static String prefix(Path file) {
    String name = String.valueOf(file.getFileName());
    boolean fits = name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME;
    return "." + (fits ? name : Integer.toHexString(name.hashCode())) + ".";
  }
}
