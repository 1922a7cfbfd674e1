package dev.activations.tornado;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The one thread that calls TornadoVM for a device. TornadoVM keeps a command queue for every
 * thread that ever ran a plan, and closing a plan frees the queue of the closing thread alone: one
 * owner is what keeps them bounded.
 */
final class DeviceThread {
  private final ExecutorService executor;

  DeviceThread(String name) {
    executor =
        Executors.newSingleThreadExecutor(
            work -> {
              Thread thread = new Thread(work, name);
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Runs work there and waits for it, whatever happens: an interrupt must not leave the device
   * writing into arrays that the caller believes to own. It stays set for the caller.
   */
  <T> T call(Callable<T> work) throws Exception {
    Future<T> future = executor.submit(work);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException asked) {
          interrupted = true;
        } catch (ExecutionException failed) {
          Throwable cause = failed.getCause();
          if (cause instanceof Exception exception) {
            throw exception;
          }
          if (cause instanceof Error error) {
            throw error;
          }
          throw failed;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  void close() {
    executor.shutdown();
  }
}
