package dev.activations.simulator;

import uk.ac.manchester.tornado.api.TornadoRuntime;
import uk.ac.manchester.tornado.api.exceptions.TornadoAPIException;

/** Whether there is a runtime, and which. */
public final class Simulator {
  private static final String PROPERTY = "tornado.load.runtime.implementation";

  private Simulator() {}

  /**
   * The runtime.
   *
   * @return the only one
   */
  public static TornadoRuntime runtime() {
    requireRuntime();
    return SimulatedRuntime.INSTANCE;
  }

  /** Fails as TornadoVM does in a JVM that was started without its arguments. */
  static void requireRuntime() {
    if (System.getProperty(PROPERTY) == null) {
      throw new TornadoAPIException(
          "[ERROR] Tornado Runtime Implementation class not specified. Did you remember to add"
              + " @tornado-argfile? (For the simulator: -D"
              + PROPERTY
              + "=simulator)");
    }
  }
}
