package dev.activations.generator.emission;

import dev.activations.generator.algorithms.Rows;
import dev.activations.generator.expression.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        Kernel.ofTerms("sums", Rows.exponential(x), "x"),
        Kernel.ofTerms("scaledSums", Rows.scaledExponential(x), "x"),
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
    return new Kernel(
        method, List.of("x"), Map.of("y", term), Map.of("lanes", term), Optional.empty());
  }
}
