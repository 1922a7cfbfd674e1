package dev.activations;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;

/**
 * How a backend shall run. Immutable; equal when all options are.
 *
 * <p>In a stream of Java's serialization it is its text: all processors are those of the machine
 * that reads it.
 */
public final class BackendOptions implements Serializable {
  private static final long serialVersionUID = 1;

  private static final String THREADS = "threads=";
  private static final String ALL = "all";
  private static final String SMALL_CALLS = "small_calls_on_cpu=";

  /** All processors. */
  public static final BackendOptions DEFAULTS = new BackendOptions(0, false);

  private final transient int threads;
  private final transient boolean smallCallsOnCpu;

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
   * calls below {@link Instruments#breakEven}. {@code auto} gives this leave; a device that is
   * named does all its calls itself.
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

  @Override
  public boolean equals(Object other) {
    return other instanceof BackendOptions
        && threads == ((BackendOptions) other).threads
        && smallCallsOnCpu == ((BackendOptions) other).smallCallsOnCpu;
  }

  @Override
  public int hashCode() {
    return 2 * threads + (smallCallsOnCpu ? 1 : 0);
  }

  /**
   * All options.
   *
   * @return such as {@code threads=all,small_calls_on_cpu=false}
   */
  @Override
  public String toString() {
    return THREADS + (threads == 0 ? ALL : threads) + "," + SMALL_CALLS + smallCallsOnCpu;
  }

  /** What {@link #toString} gave; what it leaves out is at its default. */
  static BackendOptions parse(String text) {
    BackendOptions options = DEFAULTS;
    for (String part : text.split(",", -1)) {
      if (part.equals(THREADS + ALL) || part.equals(SMALL_CALLS + false)) {
        continue;
      }
      if (part.equals(SMALL_CALLS + true)) {
        options = options.withSmallCallsOnCpu(true);
      } else if (part.startsWith(THREADS)) {
        options = options.withThreads(Integer.parseInt(part.substring(THREADS.length())));
      } else {
        throw new IllegalArgumentException("there is no option '" + part + "'");
      }
    }
    return options;
  }

  /**
   * What is written instead.
   *
   * @return the text
   */
  private Object writeReplace() {
    return SerialText.of(this);
  }

  /**
   * Nothing of ours is written like this.
   *
   * @param stream from elsewhere
   * @throws InvalidObjectException always
   */
  private void readObject(ObjectInputStream stream) throws InvalidObjectException {
    throw SerialText.missing(BackendOptions.class);
  }
}
