package dev.activations.cli.terminal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, or another polite request to end: the JVM waits until what was found is written. It ends
 * with the exit status of the signal, 130 for Ctrl-C.
 */
public final class Interruption implements AutoCloseable {
  /** A chunk takes a fraction of this, even with a device that compiles a kernel first. */
  private static final int GRACE_SECONDS = 20;

  private final CountDownLatch written = new CountDownLatch(1);
  private final String command;
  private final Runnable onRequest;
  private final Thread hook = new Thread(this::stop, "activations-stop");
  private volatile boolean requested;

  private Interruption(String command, Runnable onRequest) {
    this.command = command;
    this.onRequest = onRequest;
  }

  /**
   * Watches for a request to end.
   *
   * @param command which is asked to, for the message
   * @param onRequest what else has to be done at once
   * @return to be closed when everything is written
   */
  public static Interruption watch(String command, Runnable onRequest) {
    Interruption interruption = new Interruption(command, onRequest);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /**
   * Whether the work shall end.
   *
   * @return true from the request on
   */
  public boolean isRequested() {
    return requested;
  }

  private void stop() {
    requested = true;
    onRequest.run();
    try {
      if (!written.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println(command + ": stopped in the middle of a call");
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
