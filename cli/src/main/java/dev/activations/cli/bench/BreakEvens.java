package dev.activations.cli.bench;

import dev.activations.measuring.results.BackendRun;
import dev.activations.measuring.results.BreakEvenSize;
import dev.activations.measuring.results.Measurement;
import dev.activations.measuring.results.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** From which size on a device is faster than the CPU, from what was measured of both. */
final class BreakEvens {
  private BreakEvens() {}

  /** One for each device, function and direction that was measured on two sizes or more. */
  static List<BreakEvenSize> of(List<BackendRun> backends) {
    List<BreakEvenSize> all = new ArrayList<>();
    for (BackendRun device : backends) {
      if (!device.device().equals("cpu")) {
        device.results().stream()
            .map(Measurement::title)
            .distinct()
            .forEach(title -> add(all, backends, device, title));
      }
    }
    return all;
  }

  private static void add(
      List<BreakEvenSize> all, List<BackendRun> backends, BackendRun device, String title) {
    Map<Long, Double> there = seconds(device, title);
    BackendRun cpu = null;
    Map<Long, Double> here = Map.of();
    for (BackendRun candidate : backends) {
      Map<Long, Double> times = seconds(candidate, title);
      times.keySet().retainAll(there.keySet());
      if (candidate.device().equals("cpu") && times.size() > 1 && isFaster(times, here)) {
        cpu = candidate;
        here = times;
      }
    }
    if (cpu != null) {
      there.keySet().retainAll(here.keySet());
      Measurement any =
          device.results().stream().filter(r -> r.title().equals(title)).findFirst().orElseThrow();
      all.add(
          new BreakEvenSize(
              device.selector(),
              cpu.selector(),
              any.function(),
              any.direction(),
              meeting(List.copyOf(there.keySet()), there, here)));
    }
  }

  /** At the largest size, which the device has, too. */
  private static boolean isFaster(Map<Long, Double> times, Map<Long, Double> than) {
    if (than.isEmpty()) {
      return true;
    }
    long largest = new TreeMap<>(times).lastKey();
    return gap(largest, times, than) < 0;
  }

  /** The fastest call for each number of elements, ascending. */
  private static Map<Long, Double> seconds(BackendRun backend, String title) {
    Map<Long, Double> seconds = new TreeMap<>();
    for (Measurement result : backend.results()) {
      Times times = result.endToEnd();
      if (result.title().equals(title) && times != null) {
        seconds.merge(result.elements(), times.median(), Math::min);
      }
    }
    return seconds;
  }

  /**
   * From where on the device stays faster: between two sizes where the lines cross on logarithmic
   * axes; the smallest size when it always is, null when it is not at the largest.
   */
  static @Nullable Long meeting(List<Long> sizes, Map<Long, Double> device, Map<Long, Double> cpu) {
    int first = sizes.size();
    while (first > 0 && gap(sizes.get(first - 1), device, cpu) < 0) {
      first--;
    }
    if (first == sizes.size()) {
      return null;
    }
    if (first == 0) {
      return sizes.get(0);
    }
    double below = gap(sizes.get(first - 1), device, cpu);
    double above = gap(sizes.get(first), device, cpu);
    double part = below / (below - above);
    double least = Math.log(sizes.get(first - 1));
    return Math.round(Math.exp(least + part * (Math.log(sizes.get(first)) - least)));
  }

  private static double gap(long size, Map<Long, Double> device, Map<Long, Double> cpu) {
    return Math.log(device.getOrDefault(size, Double.POSITIVE_INFINITY))
        - Math.log(cpu.getOrDefault(size, Double.POSITIVE_INFINITY));
  }
}
