package dev.activations.catalogue;

import static dev.activations.catalogue.Exponential.product;
import static dev.activations.catalogue.FunctionEntry.named;
import static dev.activations.catalogue.Interval.POSITIVE;
import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;

import java.util.List;
import org.apache.commons.numbers.core.DD;

/** The sigmoid, its integral and its logarithm. */
final class LogisticFunctions {
  private static final double INF = POSITIVE_INFINITY;

  private LogisticFunctions() {}

  static void define(List<FunctionEntry> catalogue) {
    named("sigmoid")
        .value("sigmoid(x)", (x, p) -> Logistic.sigmoid(DD.of(x)))
        .derivative("sigmoid(x) * sigmoid(-x)", (x, p) -> Logistic.sigmoidDerivative(DD.of(x)))
        .range(Interval.open(0, 1))
        .limits(0, 1, 0, 0)
        .usedIn(
            "Probabilities of two classes, gates of LSTM and GRU. sigmoid(x) = 1 / (1 + exp(-x));"
                + " its derivative vanishes for large |x|.")
        .ulps(2.5, 3.2)
        .addTo(catalogue);

    named("log_sigmoid")
        .value(
            "-softplus(-x)",
            (x, p) ->
                x < 0
                    ? x - StrictMath.log1p(StrictMath.exp(x))
                    : -StrictMath.log1p(StrictMath.exp(-x)))
        .derivative("sigmoid(-x)", (x, p) -> Logistic.sigmoid(DD.of(-x)))
        .range(Interval.open(NEGATIVE_INFINITY, 0))
        .limits(-INF, -0.0, 1, 0)
        .usedIn("Log-probabilities: binary cross-entropy, DPO and contrastive losses.")
        .ulps(2.2, 2.5)
        .addTo(catalogue);

    named("softplus")
        .value("softplus(beta * x) / beta", (x, p) -> Logistic.softplus(x, p[0]))
        .derivative("sigmoid(beta * x)", (x, p) -> Logistic.sigmoid(product(p[0], x)))
        .parameter("beta", 1, POSITIVE, "sharpness; no threshold is needed, the tail is exact")
        .range(POSITIVE)
        .limits(0, INF, 0, 1)
        .usedIn(
            "Scales that must be positive; softplus(x) = log(1 + exp(x)), a smooth ReLU (Dugas et"
                + " al. 2001).")
        .example(1.5)
        .example(20)
        .ulps(3.2, 2.5)
        .addTo(catalogue);
  }
}
