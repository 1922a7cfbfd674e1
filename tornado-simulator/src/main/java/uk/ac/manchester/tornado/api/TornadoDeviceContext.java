package uk.ac.manchester.tornado.api;

/** The state of a device. */
public interface TornadoDeviceContext {
  /**
   * Whether the device computes in double precision.
   *
   * @return true if it does
   */
  boolean isFP64Supported();
}
