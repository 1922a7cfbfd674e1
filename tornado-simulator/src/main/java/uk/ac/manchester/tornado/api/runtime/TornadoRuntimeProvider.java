package uk.ac.manchester.tornado.api.runtime;

import dev.activations.simulator.Simulator;
import uk.ac.manchester.tornado.api.TornadoRuntime;

/** The way to the runtime. Its initialization fails where no runtime is named. */
public class TornadoRuntimeProvider {
  private static final TornadoRuntime RUNTIME = Simulator.runtime();

  private TornadoRuntimeProvider() {}

  /**
   * The runtime.
   *
   * @return the only one
   */
  public static TornadoRuntime getTornadoRuntime() {
    return RUNTIME;
  }
}
