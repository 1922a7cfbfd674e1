package dev.activations.simulator;

import org.jspecify.annotations.Nullable;

/** What tests set and ask of the simulated machine, of which there is one in a process. */
public final class SimulatedMachine {
  private static volatile Machine current = new Machine();

  private SimulatedMachine() {}

  static Machine current() {
    return current;
  }

  /** Starts anew: default sizes, counters at zero. Plans that exist stay with the old machine. */
  public static void reset() {
    current = new Machine();
  }

  /**
   * Sets the memory of the device, 1 GiB unless set.
   *
   * @param bytes its size
   */
  public static void deviceMemory(long bytes) {
    current.memory = bytes;
  }

  /**
   * Sets the largest buffer, 1 GiB unless set.
   *
   * @param bytes its size, header included
   */
  public static void maxAllocation(long bytes) {
    current.largestAllocation = bytes;
  }

  /**
   * Makes the next execution fail like a driver: after the transfers to the device and the first
   * task.
   *
   * @param failure what it throws
   */
  public static void failNextExecution(RuntimeException failure) {
    failExecution(1, failure);
  }

  /**
   * Makes an execution to come fail like a driver: after the transfers to the device and the first
   * task.
   *
   * @param number 1 for the next one
   * @param failure what it throws
   */
  public static void failExecution(int number, RuntimeException failure) {
    current.failAt(number, failure);
  }

  /**
   * Makes the driver's compiler refuse a flag, each time.
   *
   * @param flag a part of the compiler flags
   */
  public static void refuseFlag(String flag) {
    current.refusedFlag = flag;
  }

  /**
   * Chooses the order in which work-items run: an order for each launch follows from it.
   *
   * @param seed any number
   */
  public static void strandOrderSeed(long seed) {
    current.seed = seed;
  }

  /**
   * Tasks that were compiled.
   *
   * @return their number
   */
  public static long compilations() {
    return current.compilations.get();
  }

  /**
   * Executions of plans that began.
   *
   * @return their number
   */
  public static long executions() {
    return current.executions.get();
  }

  /**
   * Plans that were made and not closed.
   *
   * @return their number
   */
  public static long livePlans() {
    return current.livePlans.get();
  }

  /**
   * What the buffers of all plans take.
   *
   * @return bytes, headers included
   */
  public static long allocatedBytes() {
    return current.allocated();
  }

  /**
   * What was copied to the device.
   *
   * @return bytes, headers included
   */
  public static long bytesCopiedToDevice() {
    return current.bytesToDevice.get();
  }

  /**
   * What was copied to the host.
   *
   * @return bytes, headers included where whole arrays were copied
   */
  public static long bytesCopiedToHost() {
    return current.bytesToHost.get();
  }

  /**
   * The flags that a plan passed to the compiler last.
   *
   * @return the flags, null if none were passed
   */
  public static @Nullable String lastCompilerFlags() {
    return current.compilerFlags.get();
  }
}
