package dev.activations.generator.emission.cpu;

import dev.activations.generator.expression.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Algorithms made up by tests, emitted for a target, compiled and run: each becomes a class with
 * one kernel, of inputs x, dx, dy and dz and of outputs y and z.
 */
final class Probes {
  static final List<String> INPUTS = List.of("x", "dx", "dy", "dz");

  private static final String INTERFACE =
      """
      package dev.activations.cpu.kernels;

      import dev.activations.Activation;

      public interface Probe {
        void run(
            Activation f, Scratch scratch, float[] x, int xFrom, float[] dx, int dxFrom,
            float[] dy, int dyFrom, float[] dz, int dzFrom, float[] y, int yFrom, float[] z,
            int zFrom, int count);
      }
      """;

  private static final Contract CONTRACT =
      new Contract(
          "Probe",
          "Activation f",
          List.of(
              "dev.activations.Activation",
              Names.PACKAGE + "kernels.Probe",
              Names.PACKAGE + "kernels.Scratch"),
          List.of());

  private final Loaded loaded;

  /** One class for each pair of values, y and z. */
  Probes(Target target, List<List<Value>> pairs) {
    Map<String, String> sources = new HashMap<>();
    sources.put(Names.PACKAGE + "kernels.Probe", INTERFACE);
    for (int i = 0; i < pairs.size(); i++) {
      sources.put(target.className("P" + i), source(target, "P" + i, pairs.get(i)));
    }
    loaded = Loaded.of(target, sources);
  }

  private static String source(Target target, String name, List<Value> pair) {
    Map<String, Value> outputs = new LinkedHashMap<>();
    outputs.put("y", pair.get(0));
    outputs.put("z", pair.get(1));
    Kernel kernel = new Kernel("run", INPUTS, outputs, Map.of(), false, Optional.empty());
    return target.kernels(CONTRACT).source(name, List.of(kernel));
  }

  /** Runs one, on arrays that begin at 0; NaN is what is not written. */
  float[][] run(int number, float[][] inputs) throws ReflectiveOperationException {
    int count = inputs[0].length;
    float[][] outputs = new float[2][count];
    List<Object> arguments = new ArrayList<>();
    arguments.add(loaded.activation(List.of()));
    arguments.add(loaded.scratch());
    for (float[] input : inputs) {
      arguments.addAll(List.of(input, 0));
    }
    for (float[] output : outputs) {
      Arrays.fill(output, Float.NaN);
      arguments.addAll(List.of(output, 0));
    }
    arguments.add(count);
    Loaded.call(loaded.kernels("P" + number), "run", arguments.toArray());
    return outputs;
  }
}
