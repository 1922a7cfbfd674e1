package dev.activations.generator.emission.cpu;

import dev.activations.generator.algorithms.Rows;
import dev.activations.generator.expression.Value;
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
        Kernel.summed("exponentials", Rows.exponential(x), "y", "x"),
        Kernel.summed("scaledExponentials", Rows.scaledExponential(x), "y", "x"),
        Kernel.ofTerms("sums", Rows.exponential(x), "x"),
        Kernel.ofTerms("scaledSums", Rows.scaledExponential(x), "x"),
        Kernel.of("scale", Rows.scaled(y), "y", "y"),
        Kernel.of("shift", Rows.shifted(x), "y", "x"),
        Kernel.of("scaledShift", Rows.scaledAndShifted(x), "y", "x"),
        Kernel.of("logarithms", Rows.logarithm(x), "y", "x"),
        Kernel.summing("products", Map.of("lanes", y.times(dy)), "y", "dy"),
        Kernel.summing("gradients", Map.of("lanes", dy), "dy"),
        Kernel.of("softmaxBackward", Rows.softmaxBackward(y, dy), "dx", "y", "dy"),
        Kernel.of("logSoftmaxBackward", Rows.logSoftmaxBackward(y, dy), "dx", "y", "dy"),
        columnOfExponentials(x),
        Kernel.of(
            "scaleColumn",
            Rows.scaled(y, Value.input("high"), Value.input("low")),
            "y",
            "y",
            "high",
            "low"),
        shiftedColumn(x),
        Kernel.of(
            "softmaxBackwardOfColumn",
            Rows.softmaxBackward(y, dy, Value.input("total")),
            "dx",
            "y",
            "dy",
            "total"),
        Kernel.of(
            "logSoftmaxBackwardOfColumn",
            Rows.logSoftmaxBackward(
                y, dy, Value.input("offset"), Value.input("lowest"), Value.input("minusTotal")),
            "dx",
            "y",
            "dy",
            "offset",
            "lowest",
            "minusTotal"));
  }

  private static Kernel columnOfExponentials(Value x) {
    Value term = Rows.scaledExponential(x, Value.input("offset"), Value.input("lowest"));
    return Kernel.of("exponentialsOfColumn", term, "y", "x", "offset", "lowest");
  }

  private static Kernel shiftedColumn(Value x) {
    Value difference =
        Rows.shifted(
            x,
            Value.input("top"),
            Value.input("factorLow"),
            Value.input("logarithm"),
            Value.input("logarithmLow"));
    return Kernel.of(
        "shiftColumn", difference, "y", "x", "top", "factorLow", "logarithm", "logarithmLow");
  }
}
