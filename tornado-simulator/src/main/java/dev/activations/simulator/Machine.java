package dev.activations.simulator;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import uk.ac.manchester.tornado.api.exceptions.TornadoOutOfMemoryException;

/**
 * A simulated machine: its sizes, and what was done with it. A plan stays with the one it began on.
 */
final class Machine {
  static final long DEFAULT_MEMORY = 1L << 30;

  volatile long memory = DEFAULT_MEMORY;
  volatile long largestAllocation = DEFAULT_MEMORY;
  volatile long seed;
  volatile @Nullable String refusedFlag;
  final AtomicReference<@Nullable String> compilerFlags = new AtomicReference<>();
  final AtomicLong compilations = new AtomicLong();
  final AtomicLong executions = new AtomicLong();
  final AtomicLong livePlans = new AtomicLong();
  final AtomicLong bytesToDevice = new AtomicLong();
  final AtomicLong bytesToHost = new AtomicLong();
  private long allocated;
  private long untilFailure;
  private @Nullable RuntimeException failure;

  synchronized void allocate(long bytes) {
    if (bytes > largestAllocation || bytes > memory - allocated) {
      throw new TornadoOutOfMemoryException(
          "[ERROR] Unable to allocate "
              + bytes
              + " bytes of memory. The simulated device has "
              + memory
              + " bytes, of which "
              + allocated
              + " are allocated, and takes buffers of at most "
              + largestAllocation
              + " bytes");
    }
    allocated += bytes;
  }

  synchronized void free(long bytes) {
    allocated -= bytes;
  }

  synchronized long allocated() {
    return allocated;
  }

  synchronized void failAt(int execution, RuntimeException thrown) {
    untilFailure = execution;
    failure = thrown;
  }

  /** Called in the middle of each execution. */
  synchronized void failIfDue() {
    String refused = refusedFlag;
    String flags = compilerFlags.get();
    if (refused != null && flags != null && flags.contains(refused)) {
      throw new IllegalStateException("CL_INVALID_BUILD_OPTIONS: " + flags);
    }
    RuntimeException thrown = failure;
    if (thrown != null && --untilFailure == 0) {
      failure = null;
      throw thrown;
    }
  }
}
