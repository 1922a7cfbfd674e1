package dev.activations.catalogue;

import static dev.activations.catalogue.FunctionEntry.named;
import static dev.activations.catalogue.Interval.ALL;
import static dev.activations.catalogue.Interval.NON_NEGATIVE;
import static java.lang.Double.POSITIVE_INFINITY;

import java.util.List;

/** Functions that set a band around zero to zero. */
final class ShrinkageFunctions {
  private static final double INF = POSITIVE_INFINITY;

  private ShrinkageFunctions() {}

  static void define(List<FunctionEntry> catalogue) {
    named("softshrink")
        .value(
            "x - lambd if x > lambd else x + lambd if x < -lambd else 0",
            (x, p) -> x > p[0] ? x - p[0] : x < -p[0] ? x + p[0] : 0)
        .derivative("1 if abs(x) > lambd else 0", (x, p) -> x > p[0] || x < -p[0] ? 1 : 0)
        .parameter("lambd", 0.5, NON_NEGATIVE, "half width of the zero band")
        .range(ALL)
        .kink("-lambd", p -> -p[0], "0", p -> 0)
        .kink("lambd", p -> p[0], "0", p -> 0)
        .limits(-INF, INF, 1, 1)
        .usedIn("The proximal step of the L1 norm: sparse coding, ISTA.")
        .example(0.1)
        .ulps(1, 0.51)
        .addTo(catalogue);

    named("hardshrink")
        .value("x if abs(x) > lambd else 0", (x, p) -> x > p[0] || x < -p[0] ? x : 0)
        .derivative("1 if abs(x) > lambd else 0", (x, p) -> x > p[0] || x < -p[0] ? 1 : 0)
        .parameter("lambd", 0.5, NON_NEGATIVE, "half width of the zero band")
        .range(ALL)
        .kink("-lambd", p -> -p[0], "0", p -> 0)
        .kink("lambd", p -> p[0], "0", p -> 0)
        .limits(-INF, INF, 1, 1)
        .usedIn("Hard thresholding in denoising and sparse coding.")
        .example(0.1)
        .ulps(0.51, 0.51)
        .addTo(catalogue);
  }
}
