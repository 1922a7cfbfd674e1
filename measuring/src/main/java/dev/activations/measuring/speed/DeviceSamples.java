package dev.activations.measuring.speed;

import dev.activations.DeviceTimes;
import dev.activations.measuring.results.Times;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls, apart into what the driver of a device counted. */
final class DeviceSamples {
  private final List<Double> kernel = new ArrayList<>();
  private final List<Double> copyIn = new ArrayList<>();
  private final List<Double> copyOut = new ArrayList<>();

  void add(DeviceTimes times) {
    kernel.add(times.kernels() * 1e-9);
    copyIn.add(times.copyIn() * 1e-9);
    copyOut.add(times.copyOut() * 1e-9);
  }

  int count() {
    return kernel.size();
  }

  Times kernel() {
    return SampledCalls.times(kernel);
  }

  @Nullable Times copyIn() {
    return counted(copyIn);
  }

  @Nullable Times copyOut() {
    return counted(copyOut);
  }

  /** TornadoVM counts no transfers back on CUDA: nothing is not zero. */
  private static @Nullable Times counted(List<Double> seconds) {
    return seconds.stream().allMatch(time -> time == 0) ? null : SampledCalls.times(seconds);
  }
}
