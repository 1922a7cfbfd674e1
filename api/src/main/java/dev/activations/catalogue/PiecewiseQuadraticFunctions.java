package dev.activations.catalogue;

import static dev.activations.catalogue.FunctionEntry.named;
import static dev.activations.catalogue.Interval.NON_NEGATIVE;
import static java.lang.Double.POSITIVE_INFINITY;

import java.util.List;

/** Functions with a parabola between or beside straight pieces. */
final class PiecewiseQuadraticFunctions {
  private static final double INF = POSITIVE_INFINITY;

  private PiecewiseQuadraticFunctions() {}

  static void define(List<FunctionEntry> catalogue) {
    named("relu_squared")
        .value("max(0, x)**2", (x, p) -> x > 0 ? x * x : 0)
        .derivative("2 * max(0, x)", (x, p) -> x > 0 ? 2 * x : 0)
        .range(NON_NEGATIVE)
        .kink(0, 0)
        .limits(0, INF, 0, INF)
        .usedIn("Feed-forward blocks of transformers: Primer (So et al. 2021), Nemotron.")
        .ulps(0.51, 0.51)
        .addTo(catalogue);

    named("hard_swish")
        .value(
            "0 if x <= -3 else x if x >= 3 else x * (x + 3) / 6",
            (x, p) -> x <= -3 ? 0 : x >= 3 ? x : x * (x + 3) / 6)
        // (2 x + 3) / 6 rather than x / 3 + 1 / 2: no rounding next to the zero at -1.5.
        .derivative(
            "0 if x <= -3 else 1 if x >= 3 else x / 3 + 1 / 2",
            (x, p) -> x <= -3 ? 0 : x >= 3 ? 1 : (2 * x + 3) / 6)
        .turnsAt(p -> -1.5)
        .range("[-0.375, inf)", p -> Interval.closedOpen(-0.375, INF))
        .kink(-3, 0)
        .kink(3, 1)
        .limits(0, INF, 0, 1)
        .usedIn("MobileNetV3: swish without an exponential (Howard et al. 2019).")
        .ulps(2.6, 1.5)
        .addTo(catalogue);

    named("sparse_plus")
        .value(
            "0 if x <= -1 else (x + 1)**2 / 4 if x < 1 else x",
            (x, p) -> x <= -1 ? 0 : x < 1 ? (x + 1) * (x + 1) / 4 : x)
        .derivative(
            "0 if x <= -1 else (x + 1) / 2 if x < 1 else 1",
            (x, p) -> x <= -1 ? 0 : x < 1 ? (x + 1) / 2 : 1)
        .range(NON_NEGATIVE)
        .kink(-1, 0)
        .kink(1, 1)
        .limits(0, INF, 0, 1)
        .usedIn("The softplus that belongs to sparsemax (Martins and Astudillo 2016); JAX.")
        .ulps(2.1, 0.51)
        .addTo(catalogue);
  }
}
