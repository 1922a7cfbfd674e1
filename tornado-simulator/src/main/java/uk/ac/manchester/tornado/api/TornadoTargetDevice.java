package uk.ac.manchester.tornado.api;

/** What a driver says of a device. */
public interface TornadoTargetDevice {
  /**
   * The name that the vendor gave it.
   *
   * @return the name
   */
  String getDeviceName();

  /**
   * The memory of the device.
   *
   * @return bytes
   */
  long getDeviceGlobalMemorySize();

  /**
   * The memory that a work-group shares.
   *
   * @return bytes
   */
  long getDeviceLocalMemorySize();

  /**
   * How many compute units it has.
   *
   * @return the number
   */
  int getDeviceMaxComputeUnits();

  /**
   * The largest work-group.
   *
   * @return work-items
   */
  long[] getDeviceMaxWorkGroupSize();

  /**
   * The largest work-group.
   *
   * @return work-items
   */
  int getMaxThreadsPerBlock();

  /**
   * The largest single buffer.
   *
   * @return bytes
   */
  long getDeviceMaxAllocationSize();

  /**
   * The highest frequency.
   *
   * @return megahertz; kilohertz of a PTX device
   */
  int getDeviceMaxClockFrequency();

  /**
   * What else there is to say, for people.
   *
   * @return lines of text
   */
  String getDeviceInfo();
}
