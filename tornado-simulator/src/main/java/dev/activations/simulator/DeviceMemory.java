package dev.activations.simulator;

import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;
import uk.ac.manchester.tornado.api.types.arrays.TornadoNativeArray;

/** The buffers of a plan: one for each host array, whatever it is passed for. */
final class DeviceMemory {
  private final IdentityHashMap<Object, Buffer> buffers = new IdentityHashMap<>();
  private final Machine machine;
  private final Moment now;

  DeviceMemory(Machine machine, Moment now) {
    this.machine = machine;
    this.now = now;
  }

  /** The buffer of an array, allocated if it is not. */
  Buffer allocated(TornadoNativeArray array) {
    Buffer buffer = buffers.get(array);
    if (buffer == null) {
      machine.allocate(array.getNumBytesOfSegmentWithHeader());
      buffer = new Buffer(array, now);
      buffers.put(array, buffer);
    }
    return buffer;
  }

  @Nullable Buffer held(Object array) {
    return buffers.get(array);
  }

  long bytes() {
    return buffers.values().stream().mapToLong(Buffer::bytes).sum();
  }

  /** After an execution, also one that failed: what the host does not have is stale there. */
  void settle() {
    for (Buffer buffer : buffers.values()) {
      buffer.settle();
    }
  }

  void free() {
    for (Buffer buffer : buffers.values()) {
      buffer.free();
      machine.free(buffer.bytes());
    }
    buffers.clear();
  }
}
