package dev.activations.tornado;

import dev.activations.DeviceTimes;
import org.jspecify.annotations.Nullable;
import uk.ac.manchester.tornado.api.TornadoProfilerResult;

/**
 * Adds up what TornadoVM's profiler says of the executions that the calls of one thread lead to.
 */
final class Profiler {
  private static final ThreadLocal<@Nullable Profiler> RUNNING = new ThreadLocal<>();

  private DeviceTimes sum = new DeviceTimes(0, 0, 0, 0, 0);

  /** That of the calling thread; null when it has none. */
  static @Nullable Profiler running() {
    return RUNNING.get();
  }

  /** Runs calls and gives what was counted of them. */
  static DeviceTimes profile(Runnable calls) {
    Profiler outer = RUNNING.get();
    Profiler profiler = new Profiler();
    RUNNING.set(profiler);
    try {
      calls.run();
    } finally {
      if (outer == null) {
        RUNNING.remove();
      } else {
        RUNNING.set(outer);
      }
    }
    return profiler.sum;
  }

  /** On the thread of the device, while the caller waits for it. */
  void add(TornadoProfilerResult times) {
    sum =
        sum.plus(
            new DeviceTimes(
                times.getDeviceKernelTime(),
                times.getDeviceWriteTime(),
                times.getDeviceReadTime(),
                times.getTornadoCompilerTime(),
                times.getDriverInstallTime()));
  }
}
