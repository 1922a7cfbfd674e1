package dev.activations.generator.emission;

import dev.activations.generator.algorithms.Rows;
import dev.activations.generator.expression.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The loops over rows. */
final class RowKernelSet {
  private RowKernelSet() {}

  static List<Kernel> all() {
    Value x = Value.input("x");
    Value y = Value.input("y");
    Value dy = Value.input("dy");
    return List.of(
        exponentials("exponentials", Rows.exponential(x)),
        exponentials("scaledExponentials", Rows.scaledExponential(x)),
        sums("sums", Rows.term(x)),
        sums("scaledSums", Rows.scaledExponential(x)),
        others("others", x, Rows.exponential(x)),
        others("scaledOthers", x, Rows.scaledExponential(x)),
        Kernel.of("scale", Rows.scaled(y), "y", "y"),
        Kernel.of("shift", Rows.shifted(x), "y", "x"),
        Kernel.of("scaledShift", Rows.scaledAndShifted(x), "y", "x"),
        Kernel.of("logarithms", Rows.logarithm(x), "y", "x"),
        Kernel.summing("products", Map.of("lanes", y.times(dy)), "y", "dy"),
        Kernel.summing("gradients", Map.of("lanes", dy), "dy"),
        Kernel.of("softmaxBackward", Rows.softmaxBackward(y, dy), "dx", "y", "dy"),
        Kernel.of("logSoftmaxBackward", Rows.logSoftmaxBackward(y, dy), "dx", "y", "dy"));
  }

  private static Kernel exponentials(String method, Value term) {
    return new Kernel(method, List.of("x"), Map.of("y", term), Map.of("lanes", term), Map.of());
  }

  private static Kernel sums(String method, Value term) {
    return new Kernel(method, List.of("x"), Map.of(), Map.of("lanes", term), Map.of("most", term));
  }

  private static Kernel others(String method, Value x, Value term) {
    Map<String, Value> sums = new LinkedHashMap<>();
    sums.put("lanes", term);
    sums.put("others", Rows.unlessTop(x, term));
    return Kernel.summing(method, sums, "x");
  }
}
