package dev.activations;

import java.util.Locale;

/**
 * Where the time of calls on a device went, as its driver counts it; see {@link
 * Instruments#profile}. Times are in nanoseconds. What they leave of the time that the caller
 * measures is spent on launching and waiting. Immutable.
 */
public final class DeviceTimes {
  private final long kernels;
  private final long copyIn;
  private final long copyOut;
  private final long toSource;
  private final long byDriver;

  /**
   * Times of calls.
   *
   * @param kernels of all kernels
   * @param copyIn of the transfers to the device
   * @param copyOut of the transfers back
   * @param toSource of compiling Java's bytecode to what the driver takes
   * @param byDriver of compiling that to the device's code
   */
  public DeviceTimes(long kernels, long copyIn, long copyOut, long toSource, long byDriver) {
    this.kernels = kernels;
    this.copyIn = copyIn;
    this.copyOut = copyOut;
    this.toSource = toSource;
    this.byDriver = byDriver;
  }

  /**
   * The kernels.
   *
   * @return nanoseconds that the device computed
   */
  public long kernels() {
    return kernels;
  }

  /**
   * The way to the device.
   *
   * @return nanoseconds of the transfers to it
   */
  public long copyIn() {
    return copyIn;
  }

  /**
   * The way back.
   *
   * @return nanoseconds of the transfers from it
   */
  public long copyOut() {
    return copyOut;
  }

  /**
   * The first half of compiling.
   *
   * @return nanoseconds from bytecode to what the driver takes; 0 when nothing was compiled
   */
  public long toSource() {
    return toSource;
  }

  /**
   * The second half of compiling.
   *
   * @return nanoseconds that the driver took for the device's code; 0 when nothing was compiled
   */
  public long byDriver() {
    return byDriver;
  }

  /**
   * The sum of two.
   *
   * @param other times of other calls
   * @return the times of all of them
   */
  public DeviceTimes plus(DeviceTimes other) {
    return new DeviceTimes(
        kernels + other.kernels,
        copyIn + other.copyIn,
        copyOut + other.copyOut,
        toSource + other.toSource,
        byDriver + other.byDriver);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "kernels %d ns, in %d ns, out %d ns, compiled in %d + %d ns",
        kernels,
        copyIn,
        copyOut,
        toSource,
        byDriver);
  }
}
