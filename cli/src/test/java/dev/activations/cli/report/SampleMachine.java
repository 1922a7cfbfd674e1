package dev.activations.cli.report;

import dev.activations.measuring.results.Accuracy;
import dev.activations.measuring.results.BreakEvenSize;
import dev.activations.measuring.results.Compilation;
import dev.activations.measuring.results.CopyLimit;
import dev.activations.measuring.results.Measurement;
import dev.activations.measuring.results.Times;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Times that a machine might have: a call costs something, the rest is bandwidth and arithmetic.
 */
final class SampleMachine {
  private static final int[][] SHAPES = {
    {64, 64}, {256, 256}, {1024, 256}, {1024, 1024}, {2048, 2048}, {4096, 4096}
  };

  /** What arithmetic makes of the time of a copy. */
  private static final Map<String, Double> COSTS = new LinkedHashMap<>();

  static {
    COSTS.put("relu", 1.02);
    COSTS.put("leaky_relu", 1.03);
    COSTS.put("elu", 1.12);
    COSTS.put("selu", 1.13);
    COSTS.put("sigmoid", 1.08);
    COSTS.put("tanh", 1.21);
    COSTS.put("gelu_erf", 1.62);
    COSTS.put("gelu_tanh", 1.34);
    COSTS.put("silu", 1.1);
    COSTS.put("mish", 2.3);
    COSTS.put("softplus", 1.45);
    COSTS.put("hard_swish", 1.03);
    COSTS.put("softmax", 1.5);
    COSTS.put("log_softmax", 1.7);
  }

  private final double rate;
  private final double link;
  private final double call;
  private final double slowness;
  private final SplittableRandom random;
  private final List<CopyLimit> copies;

  private SampleMachine(double rate, double link, double call, double slowness, long seed) {
    this.rate = rate;
    this.link = link;
    this.call = call;
    this.slowness = slowness;
    this.random = new SplittableRandom(seed);
    this.copies = measureCopies();
  }

  static SampleMachine cpu(double rate, double slowness, long seed) {
    return new SampleMachine(rate, 0, 2e-6, slowness, seed);
  }

  static SampleMachine gpu(double rate, double link, long seed) {
    return new SampleMachine(rate, link, 60e-6, 1, seed);
  }

  List<CopyLimit> copies() {
    return copies;
  }

  private List<CopyLimit> measureCopies() {
    List<CopyLimit> found = new ArrayList<>();
    for (int[] shape : SHAPES) {
      long bytes = 8L * shape[0] * shape[1];
      Times kernel = link > 0 ? times(inMemory(bytes)) : null;
      Times whole = times(call + inMemory(bytes) + onLink(bytes));
      double seconds = kernel == null ? whole.median() : kernel.median();
      found.add(new CopyLimit(shape[0], shape[1], bytes, whole, kernel, bytes / seconds / 1e9));
    }
    return found;
  }

  List<Measurement> measurements() {
    List<Measurement> all = new ArrayList<>();
    COSTS.forEach(
        (function, cost) -> {
          boolean rows = function.endsWith("softmax");
          for (String direction :
              rows
                  ? List.of("forward", "backward")
                  : List.of("forward", "derivative", "backward")) {
            for (CopyLimit copy : copies) {
              all.add(measurement(function, direction, cost, copy));
            }
          }
        });
    return all;
  }

  private Measurement measurement(String function, String direction, double cost, CopyLimit copy) {
    boolean device = link > 0;
    boolean backward = direction.equals("backward");
    long bytes = copy.bytes() / 2 * (backward ? 3 : 2);
    double arithmetic = device ? 1 + (cost - 1) / 8 : 1 + (cost * slowness - 1) * 0.8;
    double computing = inMemory(bytes) * Math.max(1.01, backward ? arithmetic * 1.05 : arithmetic);
    Times kernel = device ? times(computing) : null;
    Times whole = times(call + computing + onLink(bytes));
    double value = bytes / (kernel == null ? whole.median() : kernel.median()) / 1e9;
    double ulp = cost < 1.05 ? 0 : 0.5 + 3 * random.nextDouble();
    return new Measurement(
        function,
        direction,
        copy.rows(),
        copy.columns(),
        bytes,
        null,
        new Accuracy(true, "4 ULP", ulp, ulp * 6e-8, cost < 1.05 ? null : "-3.40625", 100_000),
        whole.median() + (device ? 0.4 + 0.3 * random.nextDouble() : 2e-3 * cost),
        device ? new Compilation(0.12 * cost, 0.2 * cost) : null,
        whole,
        kernel,
        device ? times(onLink(bytes) * (backward ? 0.6 : 0.5)) : null,
        device ? times(onLink(bytes) * (backward ? 0.3 : 0.45)) : null,
        value,
        value / copy.rate());
  }

  /** Caches are faster than memory, and starting costs the same whatever the size. */
  private double inMemory(long bytes) {
    double cached = link == 0 && bytes < 16 << 20 ? 1.9 : 1;
    return (link > 0 ? 4e-6 : 0.5e-6) + bytes / (rate * cached * 1e9);
  }

  private double onLink(long bytes) {
    return link == 0 ? 0 : 20e-6 + bytes / (link * 1e9);
  }

  private Times times(double seconds) {
    double[] samples = new double[31];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = seconds * (1 + 0.08 * random.nextDouble() * random.nextDouble());
    }
    return Times.of(samples);
  }

  List<BreakEvenSize> breakEvens(String device, String cpu, SampleMachine other) {
    List<BreakEvenSize> found = new ArrayList<>();
    COSTS.forEach(
        (function, cost) -> {
          Long from = null;
          for (long elements = 1 << 24; elements > 1 << 12; elements -= elements / 20) {
            long bytes = 8 * elements;
            double here = call + inMemory(bytes) * (1 + (cost * slowness - 1) * 0.8);
            if (here < other.call + other.inMemory(bytes) + other.onLink(bytes)) {
              break;
            }
            from = elements;
          }
          found.add(new BreakEvenSize(device, cpu, function, "forward", from));
        });
    return found;
  }

  static Measurement failed(Measurement m, String why, Accuracy accuracy) {
    return new Measurement(
        m.function(),
        m.direction(),
        m.rows(),
        m.columns(),
        m.bytes(),
        why,
        accuracy,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
