package uk.ac.manchester.tornado.api;

import uk.ac.manchester.tornado.api.common.TornadoDevice;
import uk.ac.manchester.tornado.api.enums.TornadoVMBackendType;

/** The backends of this process. */
public interface TornadoRuntime {
  /**
   * A backend.
   *
   * @param index from 0
   * @return the backend
   */
  TornadoBackend getBackend(int index);

  /**
   * The kind of a backend.
   *
   * @param index from 0
   * @return the kind
   */
  TornadoVMBackendType getBackendType(int index);

  /**
   * How many backends there are.
   *
   * @return the number
   */
  int getNumBackends();

  /**
   * The device that plans take.
   *
   * @return the device
   */
  TornadoDevice getDefaultDevice();
}
