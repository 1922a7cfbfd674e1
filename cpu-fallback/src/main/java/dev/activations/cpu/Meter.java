package dev.activations.cpu;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * What the calling thread has allocated, and how long it has computed. Found by name: a JVM may be
 * without the modules that tell.
 */
final class Meter {
  private static final String FACTORY = "java.lang.management.ManagementFactory";
  private static final String THREADS = "java.lang.management.ThreadMXBean";
  private static final String ALLOCATION = "com.sun.management.ThreadMXBean";

  /** Those of this JVM. */
  static final Meter THIS_JVM =
      new Meter(
          find(ALLOCATION, "getThreadAllocatedBytes", long.class),
          find(THREADS, "getCurrentThreadCpuTime"));

  /** Of a JVM that tells nothing. */
  static final Meter NOTHING = new Meter(null, null);

  private final @Nullable MethodHandle bytes;
  private final @Nullable MethodHandle cpuTime;

  private Meter(@Nullable MethodHandle bytes, @Nullable MethodHandle cpuTime) {
    this.bytes = bytes;
    this.cpuTime = cpuTime;
  }

  private static @Nullable MethodHandle find(String type, String method, Class<?>... parameters) {
    try {
      Object bean = Class.forName(FACTORY).getMethod("getThreadMXBean").invoke(null);
      return MethodHandles.publicLookup()
          .findVirtual(Class.forName(type), method, MethodType.methodType(long.class, parameters))
          .bindTo(bean);
    } catch (ReflectiveOperationException | RuntimeException | LinkageError absent) {
      return null;
    }
  }

  boolean tellsBytes() {
    return allocated() >= 0;
  }

  /** Bytes that this thread has allocated so far; -1 where nobody knows. */
  long allocated() {
    MethodHandle handle = bytes;
    if (handle == null) {
      return -1;
    }
    try {
      return (long) handle.invokeExact(Thread.currentThread().getId());
    } catch (Throwable refused) {
      return -1;
    }
  }

  /** Nanoseconds that this thread has computed; of the clock where nobody knows. */
  long computed() {
    MethodHandle handle = cpuTime;
    try {
      long nanos = handle == null ? -1 : (long) handle.invokeExact();
      return nanos < 0 ? System.nanoTime() : nanos;
    } catch (Throwable refused) {
      return System.nanoTime();
    }
  }
}
