package dev.activations.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The permissions of a file that is replaced, for the file that replaces it. */
final class KeptMode {
  private final @Nullable Set<PosixFilePermission> permissions;

  private KeptMode(@Nullable Set<PosixFilePermission> permissions) {
    this.permissions = permissions;
  }

  /** Reads a file's permissions; where there is no such file, or none of POSIX, keeps none. */
  static KeptMode of(Path file) {
    try {
      return new KeptMode(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
    } catch (IOException | UnsupportedOperationException none) {
      return new KeptMode(null);
    }
  }

  /** Protects a part file no less, but leaves it writable: only a writable file can be locked. */
  void lendTo(Path part) {
    if (permissions != null) {
      Set<PosixFilePermission> writable = EnumSet.of(PosixFilePermission.OWNER_WRITE);
      writable.addAll(permissions);
      set(part, writable);
    }
  }

  /** Gives the permissions to a file. */
  void giveTo(Path file) {
    if (permissions != null) {
      set(file, permissions);
    }
  }

  private static void set(Path file, Set<PosixFilePermission> permissions) {
    try {
      Files.setPosixFilePermissions(file, permissions);
    } catch (IOException refused) {
      // Some mounts take no mode; those of the umask are then all there is.
    }
  }
}
