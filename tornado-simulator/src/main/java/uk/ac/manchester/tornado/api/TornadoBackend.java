package uk.ac.manchester.tornado.api;

import java.util.List;
import uk.ac.manchester.tornado.api.common.TornadoDevice;
import uk.ac.manchester.tornado.api.enums.TornadoVMBackendType;

/** A family of devices. */
public interface TornadoBackend {
  /**
   * The device that plans take.
   *
   * @return the device
   */
  TornadoDevice getDefaultDevice();

  /**
   * How many devices it has.
   *
   * @return the number
   */
  int getNumDevices();

  /**
   * A device.
   *
   * @param index from 0
   * @return the device
   */
  TornadoDevice getDevice(int index);

  /**
   * All its devices.
   *
   * @return the devices, the default one first
   */
  List<TornadoDevice> getAllDevices();

  /**
   * Its name.
   *
   * @return such as OpenCL
   */
  String getName();

  /**
   * Its kind.
   *
   * @return the kind
   */
  TornadoVMBackendType getBackendType();
}
