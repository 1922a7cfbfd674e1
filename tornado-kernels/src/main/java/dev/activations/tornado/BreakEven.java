package dev.activations.tornado;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.BackendOptions;
import dev.activations.Backends;
import dev.activations.SystemProperty;
import dev.activations.Tensor;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * From how many elements on the trip to a device pays. Both backends are timed on gelu_erf, an
 * average function, when they are warm, at a small and at a large size: a call costs about a + b n
 * seconds, and the two lines meet at the break-even.
 */
final class BreakEven {
  private static final int SMALL = 1 << 12;
  private static final int LARGE = 1 << 20;
  private static final int REPETITIONS = 9;

  /** Compilers of the JVM are done with a loop after some tenths of a second. */
  private static final long WARM_UP = 300_000_000L;

  /** Measured once for each device, whatever backends come and go. */
  private static final Map<String, BreakEven> MEASURED = new ConcurrentHashMap<>();

  private final Device device;
  private @Nullable OptionalLong elements;

  private BreakEven(Device device) {
    this.device = device;
  }

  static BreakEven of(DeviceSession session) {
    return MEASURED.computeIfAbsent(
        session.device().selector(), selector -> new BreakEven(session.device()));
  }

  /** Whether the CPU is faster for a call of this size. */
  boolean isSmall(int count) {
    OptionalLong least = elements();
    return !least.isPresent() || count < least.getAsLong();
  }

  /** The elements from which on the device is faster; empty when it never is. */
  synchronized OptionalLong elements() {
    OptionalLong told = SystemProperty.count(Properties.BREAK_EVEN, 0);
    if (told.isPresent()) {
      return told;
    }
    OptionalLong known = elements;
    if (known == null) {
      known = measure();
      elements = known;
    }
    return known;
  }

  private OptionalLong measure() {
    try (Backend cpu = Backends.open("cpu");
        Backend there = TornadoBackend.open(device, BackendOptions.DEFAULTS)) {
      return meeting(
          seconds(cpu, SMALL), seconds(cpu, LARGE), seconds(there, SMALL), seconds(there, LARGE));
    }
  }

  /** Where two lines through their values at SMALL and LARGE meet. */
  static OptionalLong meeting(double cpuSmall, double cpuLarge, double small, double large) {
    double cpuSlope = (cpuLarge - cpuSmall) / (LARGE - SMALL);
    double slope = (large - small) / (LARGE - SMALL);
    double cpuStart = cpuSmall - cpuSlope * SMALL;
    double start = small - slope * SMALL;
    if (start <= cpuStart) {
      return OptionalLong.of(0);
    }
    if (slope >= cpuSlope) {
      return OptionalLong.empty();
    }
    return OptionalLong.of((long) Math.ceil((start - cpuStart) / (cpuSlope - slope)));
  }

  private static double seconds(Backend backend, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (i % 1024 - 512) / 128f;
    }
    try (Tensor x = backend.allocate(1, count, values);
        Tensor y = backend.allocate(1, count)) {
      double[] times = new double[REPETITIONS];
      long warm = System.nanoTime() + WARM_UP;
      do {
        backend.forward(Activation.GELU_ERF, x, y);
      } while (System.nanoTime() < warm);
      for (int i = 0; i < REPETITIONS; i++) {
        long start = System.nanoTime();
        backend.forward(Activation.GELU_ERF, x, y);
        times[i] = (System.nanoTime() - start) * 1e-9;
      }
      Arrays.sort(times);
      return times[REPETITIONS / 2];
    }
  }
}
