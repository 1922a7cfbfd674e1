package dev.activations.simulated;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The same on plain threads, also where the JVM has virtual ones. */
class PlatformBarrierTest extends BarrierTest {
  private static final String THREADS = "activations.simulator.threads";

  @BeforeEach
  void usePlatformThreads() {
    System.setProperty(THREADS, "platform");
  }

  @AfterEach
  void useAnyThreads() {
    System.clearProperty(THREADS);
  }
}
