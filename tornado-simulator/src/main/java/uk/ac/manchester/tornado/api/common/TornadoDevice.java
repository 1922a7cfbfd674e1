package uk.ac.manchester.tornado.api.common;

import uk.ac.manchester.tornado.api.TornadoDeviceContext;
import uk.ac.manchester.tornado.api.TornadoTargetDevice;
import uk.ac.manchester.tornado.api.enums.TornadoDeviceType;
import uk.ac.manchester.tornado.api.enums.TornadoVMBackendType;

/** A device. */
public interface TornadoDevice {
  /**
   * Its place among the devices.
   *
   * @return such as opencl-0-0
   */
  String getDeviceName();

  /**
   * What it is, for people.
   *
   * @return a line of text
   */
  String getDescription();

  /**
   * The platform that offers it.
   *
   * @return its name
   */
  String getPlatformName();

  /**
   * The state of the device.
   *
   * @return the context
   */
  TornadoDeviceContext getDeviceContext();

  /**
   * What the driver says of the device.
   *
   * @return the physical device
   */
  TornadoTargetDevice getPhysicalDevice();

  /**
   * Its kind.
   *
   * @return the kind
   */
  TornadoDeviceType getDeviceType();

  /**
   * The largest single buffer.
   *
   * @return bytes
   */
  long getMaxAllocMemory();

  /**
   * The memory of the device.
   *
   * @return bytes
   */
  long getMaxGlobalMemory();

  /**
   * The memory that a work-group shares.
   *
   * @return bytes
   */
  long getDeviceLocalMemorySize();

  /**
   * The largest work-group.
   *
   * @return work-items per dimension
   */
  long[] getDeviceMaxWorkgroupDimensions();

  /**
   * The language of its kernels.
   *
   * @return such as OpenCL C 1.2
   */
  String getDeviceOpenCLCVersion();

  /**
   * The kind of its backend.
   *
   * @return the kind
   */
  TornadoVMBackendType getTornadoVMBackend();
}
