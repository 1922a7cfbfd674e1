package dev.activations.cli.verify;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, or another polite request to end: the JVM waits until what was found is written. It ends
 * with the exit status of the signal, 130 for Ctrl-C.
 */
final class Interruption implements AutoCloseable {
  /** A chunk takes a fraction of this, even with a device that compiles a kernel first. */
  private static final int GRACE_SECONDS = 20;

  private final CountDownLatch written = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "activations-verify-stop");
  private volatile boolean requested;

  private Interruption() {}

  static Interruption watch() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  boolean isRequested() {
    return requested;
  }

  private void stop() {
    requested = true;
    try {
      if (!written.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("activations verify: stopped in the middle of a call");
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  /** Everything is written. */
  @Override
  public void close() {
    written.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyEnding) {
      // The hook has been waiting for this.
      return;
    }
  }
}
