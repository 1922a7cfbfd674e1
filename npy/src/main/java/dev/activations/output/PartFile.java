package dev.activations.output;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The hidden file beside the target that takes an output until it is complete.
 *
 * <p>It is locked while it is written, which tells it from one whose process was killed, and it is
 * deleted when it is closed unpublished or when the JVM is told to stop.
 */
final class PartFile implements Closeable {
  private final OutputTarget target;
  private final Path path;
  private final Thread deletion;
  private @Nullable FileChannel opened;

  private PartFile(OutputTarget target) {
    this.target = target;
    this.path = StaleParts.newName(target.directory(), target.file());
    this.deletion = new Thread(this::delete, "delete " + path);
  }

  /** Creates the file with the mode that the umask gives, and removes stale ones of the target. */
  static PartFile create(OutputTarget target) throws IOException {
    StaleParts.remove(target.directory(), target.file());
    while (true) {
      PartFile part = new PartFile(target);
      try {
        if (part.open()) {
          return part;
        }
      } catch (Throwable failure) {
        part.close();
        throw failure;
      }
      part.close();
    }
  }

  /** Returns false if another process took the file for stale before it was locked. */
  private boolean open() throws IOException {
    FileChannel channel;
    try {
      Runtime.getRuntime().addShutdownHook(deletion);
      channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IllegalStateException stopping) {
      throw new IOException(target.named() + ": not written: the JVM is stopping", stopping);
    } catch (IOException denied) {
      throw named(
          target.directory(),
          "cannot create a file here ("
              + reason(denied)
              + "); expected a directory that can be written: check its mode or name another",
          denied);
    }
    opened = channel;
    try {
      if (channel.tryLock() == null) {
        return false;
      }
    } catch (IOException noLocks) {
      // Some network file systems have none; there nobody else can lock, and so delete, either.
      return true;
    }
    return Files.exists(path);
  }

  /** The path while it is written. */
  Path path() {
    return path;
  }

  void write(ByteBuffer bytes, long position) throws IOException {
    long at = position;
    try {
      while (bytes.hasRemaining()) {
        at += channel().write(bytes, at);
      }
    } catch (ClosedByInterruptException interrupted) {
      throw interrupted;
    } catch (IOException failed) {
      throw named(target.named(), "cannot write (" + reason(failed) + "): check the disk", failed);
    }
  }

  /** Gives the file its final name once its bytes are on the disk. */
  void publish(boolean force) throws IOException {
    try {
      channel().force(true);
      if (force) {
        Files.move(path, target.file(), StandardCopyOption.ATOMIC_MOVE);
      } else {
        linkUnlessPresent();
      }
    } catch (FileAlreadyExistsException present) {
      throw causedBy(target.exists(), present);
    } catch (IOException failed) {
      throw named(
          target.named(), "cannot be put in place (" + reason(failed) + "): run again", failed);
    }
    forceDirectory();
  }

  /** A link, unlike a rename, fails where somebody else made the target meanwhile. */
  private void linkUnlessPresent() throws IOException {
    try {
      Files.createLink(target.file(), path);
    } catch (FileAlreadyExistsException present) {
      throw present;
    } catch (FileSystemException | UnsupportedOperationException noLinks) {
      moveUnlessPresent();
    }
    Files.deleteIfExists(path);
  }

  /** The second best: between its look at the target and its rename another may make the target. */
  void moveUnlessPresent() throws IOException {
    Files.move(path, target.file());
  }

  /** Without this a power failure may take the new name back; Windows has no such call. */
  private void forceDirectory() {
    try (FileChannel directory = FileChannel.open(target.directory(), StandardOpenOption.READ)) {
      directory.force(true);
    } catch (IOException unsupported) {
      // The output is whole all the same.
    }
  }

  private FileChannel channel() {
    if (opened == null) {
      throw new IllegalStateException(target.named() + ": not open");
    }
    return opened;
  }

  /** Deletes the file unless it was published. */
  @Override
  public void close() throws IOException {
    try {
      Runtime.getRuntime().removeShutdownHook(deletion);
    } catch (IllegalStateException stopping) {
      // The hook is running, and deletes the same file.
    }
    if (opened != null) {
      delete();
      opened.close();
    }
  }

  private void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException stays) {
      // The next output to the same target tries again.
    }
  }

  private static FileSystemException named(Path path, String reason, IOException cause) {
    return causedBy(new FileSystemException(path.toString(), null, reason), cause);
  }

  private static <E extends IOException> E causedBy(E exception, IOException cause) {
    exception.initCause(cause);
    return exception;
  }

  /** The operating system's words, without the path before them. */
  private static String reason(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    String reason =
        failure instanceof FileSystemException named ? named.getReason() : failure.getMessage();
    return reason == null ? failure.getClass().getSimpleName() : reason;
  }
}
