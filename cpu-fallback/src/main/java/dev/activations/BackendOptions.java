package dev.activations;

/** How a backend shall run. Immutable. */
public final class BackendOptions {
  /** All processors. */
  public static final BackendOptions DEFAULTS = new BackendOptions(0);

  private final int threads;

  private BackendOptions(int threads) {
    this.threads = threads;
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
    return new BackendOptions(count);
  }

  /**
   * The number of CPU threads.
   *
   * @return as many as the JVM sees processors unless set
   */
  public int threads() {
    return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
  }
}
