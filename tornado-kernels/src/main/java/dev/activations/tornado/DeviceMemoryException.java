package dev.activations.tornado;

import java.util.Locale;

/** A plan did not fit into the memory of the device. The caller tries smaller blocks. */
final class DeviceMemoryException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final long bytes;

  DeviceMemoryException(long bytes, Throwable cause) {
    super(cause);
    this.bytes = bytes;
  }

  /** What the plan needed. */
  long bytes() {
    return bytes;
  }

  /** Whether a failure says that memory ran out; drivers and TornadoVM say it in many ways. */
  static boolean isMeant(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String name = cause.getClass().getSimpleName();
      String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
      if (name.equals("TornadoOutOfMemoryException")
          || text.contains("out of memory")
          || text.contains("unable to allocate")
          || text.contains("mem_object_allocation_failure")) {
        return true;
      }
    }
    return false;
  }
}
