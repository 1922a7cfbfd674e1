package dev.activations.measuring.speed;

import dev.activations.Backend;
import dev.activations.DeviceTimes;
import dev.activations.measuring.results.Times;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Calls something until it is as fast as it becomes, then takes samples of it. */
final class SampledCalls implements Stopwatch<Times> {
  private static final long WINDOW_NANOS = 30_000_000;

  /** What a sample takes at least, so that the clock's own error does not show. */
  private static final long SAMPLE_NANOS = 20_000;

  private static final int MOST_SAMPLES = 1000;

  /** A window that took less than this part of the best one before it is an improvement. */
  private static final double FASTER = 0.97;

  private final Pace pace;
  private final long warmNanos;

  /** Of a call that is warm. */
  private double nanosPerCall = SAMPLE_NANOS;

  /**
   * A stopwatch.
   *
   * @param isDevice whether no compiler of the JVM has to be waited for
   */
  SampledCalls(Pace pace, boolean isDevice) {
    this.pace = pace;
    this.warmNanos = millis(isDevice ? pace.warmMillis() / 4 : pace.warmMillis());
  }

  /** Until nothing is compiled and it no longer becomes faster. */
  @Override
  public double warmUp(Runnable call) {
    long start = System.nanoTime();
    long improved = start;
    long compiledBefore = compiledMillis();
    double best = Double.POSITIVE_INFINITY;
    while (true) {
      double now = Stopwatch.mean(call, WINDOW_NANOS);
      long time = System.nanoTime();
      long compiled = compiledMillis();
      if (now < FASTER * best || compiled != compiledBefore) {
        improved = time;
        compiledBefore = compiled;
      }
      best = Math.min(now, best);
      if (time - improved >= warmNanos || time - start >= millis(pace.mostWarmMillis())) {
        nanosPerCall = best;
        return best;
      }
    }
  }

  /** What the JVM's compilers have taken so far; still 0 where it does not tell. */
  private static long compiledMillis() {
    CompilationMXBean compilers = ManagementFactory.getCompilationMXBean();
    return compilers != null && compilers.isCompilationTimeMonitoringSupported()
        ? compilers.getTotalCompilationTime()
        : 0;
  }

  /** Samples of the call that was warmed up last; short calls are counted several at a time. */
  @Override
  public Times time(Runnable call) {
    int calls = (int) Math.max(1, Math.ceil(SAMPLE_NANOS / nanosPerCall));
    List<Double> seconds = new ArrayList<>();
    long end = System.nanoTime() + millis(pace.sampleMillis());
    while (goesOn(seconds.size(), end)) {
      long start = System.nanoTime();
      for (int i = 0; i < calls; i++) {
        call.run();
      }
      seconds.add((System.nanoTime() - start) * 1e-9 / calls);
    }
    return times(seconds);
  }

  /** What the driver of a device says of such calls; empty for a backend without one. */
  Optional<DeviceSamples> deviceSamples(Backend backend, Runnable call) {
    DeviceSamples samples = new DeviceSamples();
    long end = System.nanoTime() + millis(pace.sampleMillis()) / 2;
    while (goesOn(samples.count(), end)) {
      Optional<DeviceTimes> times = backend.profile(call);
      if (times.isEmpty()) {
        return Optional.empty();
      }
      samples.add(times.get());
    }
    return Optional.of(samples);
  }

  private boolean goesOn(int count, long end) {
    return count < pace.samples() || (count < MOST_SAMPLES && System.nanoTime() < end);
  }

  private static long millis(long millis) {
    return millis * 1_000_000;
  }

  static Times times(List<Double> seconds) {
    return Times.of(seconds.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
