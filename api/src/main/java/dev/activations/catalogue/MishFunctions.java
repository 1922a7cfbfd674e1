package dev.activations.catalogue;

import static dev.activations.catalogue.FunctionEntry.named;
import static java.lang.Double.POSITIVE_INFINITY;

import java.util.List;

/** x times the tanh of the softplus of x. */
final class MishFunctions {
  private static final double INF = POSITIVE_INFINITY;

  private MishFunctions() {}

  static void define(List<FunctionEntry> catalogue) {
    named("mish")
        .value("x * tanh(softplus(x))", (x, p) -> Mish.value(x))
        .derivative(
            "tanh(softplus(x)) + x * sigmoid(x) * (1 - tanh(softplus(x))**2)",
            (x, p) -> Mish.derivative(x))
        .turnsAt(p -> DerivativeZero.MISH.x())
        .range("[-0.308843413017, inf)", p -> Interval.closedOpen(-0.30884341301725, INF))
        .limits(-0.0, INF, -0.0, 1)
        .usedIn("YOLOv4 and other detectors (Misra 2019).")
        .ulps(4, 3.5)
        .addTo(catalogue);
  }
}
