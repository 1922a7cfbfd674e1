package uk.ac.manchester.tornado.api;

import dev.activations.simulator.Profile;

/** Where the time of an execution went: zeros unless the plan has a profiler. */
public class TornadoProfilerResult {
  private final Profile profile;

  TornadoProfilerResult(Profile profile) {
    this.profile = profile;
  }

  /**
   * All of the execution.
   *
   * @return nanoseconds
   */
  public long getTotalTime() {
    return profile.total();
  }

  /**
   * Compiling, in TornadoVM and in the driver.
   *
   * @return nanoseconds
   */
  public long getCompileTime() {
    return profile.compile();
  }

  /**
   * Compiling in TornadoVM.
   *
   * @return nanoseconds
   */
  public long getTornadoCompilerTime() {
    return profile.compile();
  }

  /**
   * Compiling in the driver: none in a simulation.
   *
   * @return nanoseconds
   */
  public long getDriverInstallTime() {
    return 0;
  }

  /**
   * Copying in both directions.
   *
   * @return nanoseconds
   */
  public long getDataTransfersTime() {
    return profile.write() + profile.read();
  }

  /**
   * Copying to the device.
   *
   * @return nanoseconds
   */
  public long getDeviceWriteTime() {
    return profile.write();
  }

  /**
   * Copying to the host.
   *
   * @return nanoseconds
   */
  public long getDeviceReadTime() {
    return profile.read();
  }

  /**
   * Running the tasks.
   *
   * @return nanoseconds
   */
  public long getDeviceKernelTime() {
    return profile.kernels();
  }

  /**
   * What was copied to the device.
   *
   * @return bytes
   */
  public long getTotalBytesCopyIn() {
    return profile.bytesIn();
  }

  /**
   * What was copied to the host.
   *
   * @return bytes
   */
  public long getTotalBytesCopyOut() {
    return profile.bytesOut();
  }
}
