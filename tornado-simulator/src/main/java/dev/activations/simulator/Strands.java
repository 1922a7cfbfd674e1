package dev.activations.simulator;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Starts the strands of work-items that meet in barriers: on virtual threads where the JVM has
 * them, which change places several times as fast as others.
 */
final class Strands {
  /** "platform" takes plain threads on any JVM. */
  static final String PROPERTY = "activations.simulator.threads";

  private static final ExecutorService PLAIN =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          10,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          task -> {
            Thread thread = new Thread(task, "simulated work-item");
            thread.setDaemon(true);
            return thread;
          });

  private static final @Nullable MethodHandle START_VIRTUAL = startVirtual();

  private Strands() {}

  static void start(Runnable strand) {
    if (START_VIRTUAL == null || Objects.equals(System.getProperty(PROPERTY), "platform")) {
      PLAIN.execute(strand);
      return;
    }
    try {
      Thread started = (Thread) START_VIRTUAL.invokeExact(strand);
      assert started != null;
    } catch (RuntimeException | Error thrown) {
      throw thrown;
    } catch (Throwable checked) {
      throw new IllegalStateException(checked);
    }
  }

  private static @Nullable MethodHandle startVirtual() {
    try {
      return MethodHandles.publicLookup()
          .findStatic(
              Thread.class,
              "startVirtualThread",
              MethodType.methodType(Thread.class, Runnable.class));
    } catch (NoSuchMethodException | IllegalAccessException before21) {
      return null;
    }
  }
}
