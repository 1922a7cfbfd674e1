package dev.activations.simulator;

import uk.ac.manchester.tornado.api.enums.DataTransferMode;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;
import uk.ac.manchester.tornado.api.types.arrays.TornadoNativeArray;

/** What a plan holds of a host array on the device. */
final class Buffer {
  private final HostCells host;
  private final DeviceCells device;
  private final Object values;
  private final TornadoNativeArray array;
  private final long bytes;
  private boolean copied;
  private long copiedVersion;

  Buffer(TornadoNativeArray hostArray, Moment now) {
    host = (HostCells) ApiAccess.cells(hostArray);
    boolean floats = hostArray instanceof FloatArray;
    values = floats ? new float[host.size()] : new int[host.size()];
    Poison.fill(values);
    device = new DeviceCells(host.size(), now, floats ? "FloatArray" : "IntArray");
    array = ApiAccess.onDevice(values, device);
    bytes = hostArray.getNumBytesOfSegmentWithHeader();
  }

  long bytes() {
    return bytes;
  }

  DeviceCells cells() {
    return device;
  }

  /** The array that kernels get. */
  TornadoNativeArray array() {
    return array;
  }

  /** Copies from the host if the mode asks for it now; returns whether it did. */
  boolean transferIn(int mode, String graph) {
    if (mode == DataTransferMode.FIRST_EXECUTION && copied) {
      if (host.version() != copiedVersion) {
        throw new SimulationError(
            "graph "
                + graph
                + ": the host wrote to an array of "
                + host.size()
                + " elements that is transferred at the FIRST_EXECUTION only, which has been: the"
                + " device would go on with the old elements; use EVERY_EXECUTION");
      }
      return false;
    }
    DeviceCells newer = host.newer();
    if (newer != null && newer != device) {
      host.readAll();
    }
    System.arraycopy(host.values(), 0, values, 0, host.size());
    device.fill();
    host.forget(device);
    copied = true;
    if (mode == DataTransferMode.FIRST_EXECUTION) {
      copiedVersion = host.version();
    }
    return true;
  }

  void transferOut(int from, int count) {
    host.receive(values, from, count);
    if (count == host.size()) {
      host.forget(device);
      device.setClean();
    } else {
      host.hostHas(from, from + count);
    }
  }

  /** After an execution: whether the device has what the host does not. */
  void settle() {
    if (device.isDirty()) {
      host.deviceHasNewer(device);
      device.setClean();
    }
  }

  void free() {
    host.forget(device);
  }
}
