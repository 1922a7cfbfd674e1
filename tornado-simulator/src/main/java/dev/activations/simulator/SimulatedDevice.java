package dev.activations.simulator;

import uk.ac.manchester.tornado.api.TornadoDeviceContext;
import uk.ac.manchester.tornado.api.TornadoTargetDevice;
import uk.ac.manchester.tornado.api.common.TornadoDevice;
import uk.ac.manchester.tornado.api.enums.TornadoDeviceType;
import uk.ac.manchester.tornado.api.enums.TornadoVMBackendType;

/** The only device: TornadoVM's view of it, in which a driver's is contained. */
final class SimulatedDevice implements TornadoDevice {
  static final SimulatedDevice INSTANCE = new SimulatedDevice();
  private static final String NAME = "simulated device";

  private SimulatedDevice() {}

  @Override
  public String getDeviceName() {
    return "opencl-0-0";
  }

  @Override
  public String getDescription() {
    return NAME + " GPU (available)";
  }

  @Override
  public String getPlatformName() {
    return "Java";
  }

  @Override
  public TornadoDeviceContext getDeviceContext() {
    return () -> true;
  }

  @Override
  public TornadoTargetDevice getPhysicalDevice() {
    return new Physical();
  }

  @Override
  public TornadoDeviceType getDeviceType() {
    return TornadoDeviceType.GPU;
  }

  @Override
  public long getMaxAllocMemory() {
    return SimulatedMachine.current().largestAllocation;
  }

  @Override
  public long getMaxGlobalMemory() {
    return SimulatedMachine.current().memory;
  }

  @Override
  public long getDeviceLocalMemorySize() {
    return LocalMemory.BYTES;
  }

  @Override
  public long[] getDeviceMaxWorkgroupDimensions() {
    return new long[] {Extent.LARGEST_GROUP, 1, 1};
  }

  @Override
  public String getDeviceOpenCLCVersion() {
    return "OpenCL C 1.2";
  }

  @Override
  public TornadoVMBackendType getTornadoVMBackend() {
    return TornadoVMBackendType.OPENCL;
  }

  @Override
  public String toString() {
    return " [" + getPlatformName() + "] -- " + NAME;
  }

  /** The driver's view. */
  private static final class Physical implements TornadoTargetDevice {
    @Override
    public String getDeviceName() {
      return NAME;
    }

    @Override
    public long getDeviceGlobalMemorySize() {
      return SimulatedMachine.current().memory;
    }

    @Override
    public long getDeviceLocalMemorySize() {
      return LocalMemory.BYTES;
    }

    @Override
    public int getDeviceMaxComputeUnits() {
      return 16;
    }

    @Override
    public long[] getDeviceMaxWorkGroupSize() {
      return new long[] {Extent.LARGEST_GROUP};
    }

    @Override
    public int getMaxThreadsPerBlock() {
      return Extent.LARGEST_GROUP;
    }

    @Override
    public long getDeviceMaxAllocationSize() {
      return SimulatedMachine.current().largestAllocation;
    }

    @Override
    public int getDeviceMaxClockFrequency() {
      return 1500;
    }

    @Override
    public String getDeviceInfo() {
      return "Extensions:\n\tcl_khr_fp64\nDriver version   : 1.0\n";
    }
  }
}
