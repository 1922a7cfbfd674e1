package dev.activations;

/** How a backend shall run. Immutable. */
public final class BackendOptions {
  /** All processors. */
  public static final BackendOptions DEFAULTS = new BackendOptions(0, false);

  private final int threads;
  private final boolean smallCallsOnCpu;

  private BackendOptions(int threads, boolean smallCallsOnCpu) {
    this.threads = threads;
    this.smallCallsOnCpu = smallCallsOnCpu;
  }

  /**
   * The same options with a number of CPU threads.
   *
   * @param count 1 or more
   * @return new options
   * @throws IllegalArgumentException when the count is less than 1 or more than 32767
   */
  public BackendOptions withThreads(int count) {
    if (count < 1 || count > 32767) {
      throw new IllegalArgumentException("threads must be in [1, 32767], found " + count);
    }
    return new BackendOptions(count, smallCallsOnCpu);
  }

  /**
   * The number of CPU threads.
   *
   * @return as many as the JVM sees processors unless set
   */
  public int threads() {
    return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
  }

  /**
   * The same options, with or without leave to compute on the CPU what is too small for a device:
   * calls below {@link Backend#breakEven}. {@code auto} gives this leave; a device that is named
   * does all its calls itself.
   *
   * @param leave whether the CPU may take small calls
   * @return new options
   */
  public BackendOptions withSmallCallsOnCpu(boolean leave) {
    return new BackendOptions(threads, leave);
  }

  /**
   * Whether the CPU may take calls that are too small for the device.
   *
   * @return false unless set
   */
  public boolean smallCallsOnCpu() {
    return smallCallsOnCpu;
  }
}
