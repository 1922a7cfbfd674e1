package dev.activations.simulator;

import java.util.List;
import uk.ac.manchester.tornado.api.TornadoBackend;
import uk.ac.manchester.tornado.api.TornadoRuntime;
import uk.ac.manchester.tornado.api.common.TornadoDevice;
import uk.ac.manchester.tornado.api.enums.TornadoVMBackendType;
import uk.ac.manchester.tornado.api.exceptions.TornadoRuntimeException;

/** The runtime and its only backend. */
final class SimulatedRuntime implements TornadoRuntime, TornadoBackend {
  static final SimulatedRuntime INSTANCE = new SimulatedRuntime();

  private SimulatedRuntime() {}

  @Override
  public TornadoBackend getBackend(int index) {
    requireFirst("backend", index);
    return this;
  }

  @Override
  public TornadoVMBackendType getBackendType(int index) {
    return getBackend(index).getBackendType();
  }

  @Override
  public int getNumBackends() {
    return 1;
  }

  @Override
  public TornadoDevice getDefaultDevice() {
    return SimulatedDevice.INSTANCE;
  }

  @Override
  public int getNumDevices() {
    return 1;
  }

  @Override
  public TornadoDevice getDevice(int index) {
    requireFirst("device", index);
    return SimulatedDevice.INSTANCE;
  }

  @Override
  public List<TornadoDevice> getAllDevices() {
    return List.of(SimulatedDevice.INSTANCE);
  }

  @Override
  public String getName() {
    return "OpenCL";
  }

  @Override
  public TornadoVMBackendType getBackendType() {
    return TornadoVMBackendType.OPENCL;
  }

  private static void requireFirst(String what, int index) {
    if (index != 0) {
      throw new TornadoRuntimeException("there is no " + what + " " + index + ", only 0");
    }
  }
}
