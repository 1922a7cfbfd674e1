package dev.activations.catalogue;

import static dev.activations.catalogue.FunctionEntry.named;
import static dev.activations.catalogue.Interval.ALL;
import static dev.activations.catalogue.Interval.NON_NEGATIVE;
import static dev.activations.catalogue.Interval.POSITIVE;
import static dev.activations.catalogue.Interval.closed;
import static java.lang.Double.POSITIVE_INFINITY;

import java.util.List;

/** Functions made of straight pieces: the rectifiers and the clipped ones. */
final class PiecewiseLinearFunctions {
  private static final double INF = POSITIVE_INFINITY;

  private PiecewiseLinearFunctions() {}

  static void define(List<FunctionEntry> catalogue) {
    named("identity")
        .value("x", (x, p) -> x)
        .derivative("1", (x, p) -> 1)
        .range(ALL)
        .limits(-INF, INF, 1, 1)
        .usedIn("Output of a regression; the step that does nothing.")
        .ulps(0.51, 0.51)
        .addTo(catalogue);

    named("relu")
        .value("max(0, x)", (x, p) -> x > 0 ? x : 0)
        .derivative("1 if x > 0 else 0", (x, p) -> x > 0 ? 1 : 0)
        .range(NON_NEGATIVE)
        .kink(0, 0)
        .limits(0, INF, 0, 1)
        .usedIn(
            "Hidden layers of most convolutional networks (Nair and Hinton 2010). A unit whose"
                + " input stays below zero is dead: its gradient is 0.")
        .ulps(0.51, 0.51)
        .addTo(catalogue);

    named("relu6")
        .value("min(max(0, x), 6)", (x, p) -> x > 0 ? Math.min(x, 6) : 0)
        .derivative("1 if 0 < x < 6 else 0", (x, p) -> x > 0 && x < 6 ? 1 : 0)
        .range(closed(0, 6))
        .kink(0, 0)
        .kink(6, 0)
        .limits(0, 6, 0, 0)
        .usedIn("MobileNet: bounded, so that it survives few bits (Howard et al. 2017).")
        .ulps(0.51, 0.51)
        .addTo(catalogue);

    named("leaky_relu")
        .value("x if x > 0 else negative_slope * x", (x, p) -> x > 0 ? x : p[0] * x)
        .derivative("1 if x > 0 else negative_slope", (x, p) -> x > 0 ? 1 : p[0])
        .parameter("negative_slope", 0.01, ALL, "slope for x <= 0")
        .range(
            "(-inf, inf) for negative_slope > 0, else [0, inf)", p -> p[0] > 0 ? ALL : NON_NEGATIVE)
        .kink("0", p -> 0, "negative_slope", p -> p[0])
        .limits(p -> Limits.of(p[0] == 0 ? -p[0] : -p[0] * INF, INF, p[0], 1))
        .usedIn("Where ReLU units die: discriminators of GANs, YOLO (Maas et al. 2013).")
        .example(0.2)
        .example(-0.5)
        .example(0)
        .ulps(1.1, 0.51)
        .addTo(catalogue);

    named("threshold")
        .value("x if x > threshold else value", (x, p) -> x > p[0] ? x : p[1])
        .derivative("1 if x > threshold else 0", (x, p) -> x > p[0] ? 1 : 0)
        .required("threshold", ALL, "values above it pass")
        .required("value", ALL, "what the others become")
        .range(
            "{value} and (threshold, inf)",
            p -> p[1] > p[0] ? Interval.open(p[0], INF) : Interval.closedOpen(p[1], INF))
        .kink("threshold", p -> p[0], "0", p -> 0)
        .limits(p -> Limits.of(p[1], INF, 0, 1))
        .usedIn("Sparsifying activations; torch.nn.Threshold.")
        .example(1, 7)
        .example(0.1, 0)
        .ulps(0.51, 0.51)
        .addTo(catalogue);

    named("hard_sigmoid")
        .value(
            "min(max((x + bound) / (2 * bound), 0), 1)",
            (x, p) -> x <= -p[0] ? 0 : x >= p[0] ? 1 : hardSigmoid(x, p[0]))
        .derivative(
            "1 / (2 * bound) if -bound < x < bound else 0",
            (x, p) -> x > -p[0] && x < p[0] ? 0.5 / p[0] : 0)
        .parameter(
            "bound", 3, POSITIVE, "the slope is 1/(2 bound): 3 as in PyTorch and JAX, 2.5 in ONNX")
        .range(closed(0, 1))
        .kink("-bound", p -> -p[0], "0", p -> 0)
        .kink("bound", p -> p[0], "0", p -> 0)
        .limits(0, 1, 0, 0)
        .usedIn("Gates and squeeze-and-excite blocks of MobileNetV3 (Howard et al. 2019).")
        .example(2.5)
        .ulps(1.6, 0.51)
        .addTo(catalogue);

    named("hard_tanh")
        .value("min(max(x, min_val), max_val)", (x, p) -> x <= p[0] ? p[0] : x > p[1] ? p[1] : x)
        .derivative("1 if min_val < x < max_val else 0", (x, p) -> x > p[0] && x < p[1] ? 1 : 0)
        .parameter("min_val", -1, ALL, "lower end, less than max_val")
        .parameter("max_val", 1, ALL, "upper end")
        .ascending()
        .range("[min_val, max_val]", p -> closed(p[0], p[1]))
        .kink("min_val", p -> p[0], "0", p -> 0)
        .kink("max_val", p -> p[1], "0", p -> 0)
        .limits(p -> Limits.of(p[0], p[1], 0, 0))
        .usedIn("A cheap tanh for recurrent and quantised networks (Collobert 2004).")
        .example(-2, 3)
        .ulps(0.51, 0.51)
        .addTo(catalogue);
  }

  /** (x + bound) / (2 bound), without an overflow of large bounds or lost bits of small ones. */
  private static double hardSigmoid(double x, double bound) {
    return bound < 1 ? (x + bound) / (2 * bound) : (0.5 * x + 0.5 * bound) / bound;
  }
}
