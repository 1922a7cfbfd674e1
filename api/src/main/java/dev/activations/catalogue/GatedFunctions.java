package dev.activations.catalogue;

import static dev.activations.catalogue.Exponential.product;
import static dev.activations.catalogue.FunctionEntry.named;
import static dev.activations.catalogue.Interval.NON_NEGATIVE;
import static java.lang.Double.POSITIVE_INFINITY;

import java.util.List;
import org.apache.commons.numbers.core.DD;

/** x times a sigmoid of x: inputs that are their own gate. */
final class GatedFunctions {
  private static final double INF = POSITIVE_INFINITY;

  /** The minimum of silu; swish has it divided by beta. */
  private static final double SILU_MINIMUM = -0.27846454276107380;

  private GatedFunctions() {}

  static void define(List<FunctionEntry> catalogue) {
    named("silu")
        .value("x * sigmoid(x)", (x, p) -> Logistic.gated(x, DD.of(x)))
        .derivative(
            "sigmoid(x) * (1 + x * sigmoid(-x))", (x, p) -> Logistic.gatedDerivative(DD.of(x)))
        .turnsAt(p -> DerivativeZero.SILU.x())
        .range("[-0.278464542761, inf)", p -> Interval.closedOpen(SILU_MINIMUM, INF))
        .limits(-0.0, INF, -0.0, 1)
        .usedIn("Llama and most current language models, EfficientNet (Elfwing et al. 2017).")
        .ulps(3.6, 3.3)
        .addTo(catalogue);

    named("swish")
        .value("x * sigmoid(beta * x)", (x, p) -> Logistic.gated(x, product(p[0], x)))
        .derivative(
            "sigmoid(beta * x) * (1 + beta * x * sigmoid(-beta * x))",
            (x, p) -> Logistic.gatedDerivative(product(p[0], x)))
        .parameter("beta", 1, NON_NEGATIVE, "0 gives x / 2, large values approach relu")
        .turnsAt(p -> DerivativeZero.SILU.x() / p[0])
        .range(
            "[-0.278464542761 / beta, inf), (-inf, inf) for beta = 0",
            p -> p[0] == 0 ? Interval.ALL : Interval.closedOpen(SILU_MINIMUM / p[0], INF))
        .limits(p -> p[0] == 0 ? Limits.of(-INF, INF, 0.5, 0.5) : Limits.of(-0.0, INF, -0.0, 1))
        .usedIn("silu with a sharpness (Ramachandran et al. 2017); ONNX Swish.")
        .example(1.5)
        .example(0.25)
        .example(0)
        .ulps(3.6, 4)
        .addTo(catalogue);

    named("quick_gelu")
        .value("x * sigmoid(1.702 * x)", (x, p) -> Logistic.gated(x, Logistic.quickArgument(x)))
        .derivative(
            "sigmoid(1.702 * x) * (1 + 1.702 * x * sigmoid(-1.702 * x))",
            (x, p) -> Logistic.gatedDerivative(Logistic.quickArgument(x)))
        .turnsAt(p -> DerivativeZero.SILU.x() / 1.702)
        .range("[-0.163610189636, inf)", p -> Interval.closedOpen(SILU_MINIMUM / 1.702, INF))
        .limits(-0.0, INF, -0.0, 1)
        .usedIn("CLIP and GPT-2 era models; up to 0.0203 away from gelu_erf.")
        .ulps(3.6, 4)
        .addTo(catalogue);

    named("gelu_tanh")
        .value(
            "x * sigmoid(2 * sqrt(2 / pi) * (x + 0.044715 * x**3))", (x, p) -> Logistic.geluTanh(x))
        .derivative(
            "sigmoid(2 * sqrt(2 / pi) * (x + 0.044715 * x**3)) * (1 + x * 2 * sqrt(2 / pi)"
                + " * (1 + 0.134145 * x**2)"
                + " * sigmoid(-2 * sqrt(2 / pi) * (x + 0.044715 * x**3)))",
            (x, p) -> Logistic.geluTanhDerivative(x))
        .turnsAt(p -> DerivativeZero.GELU_TANH.x())
        .range("[-0.170040750571, inf)", p -> Interval.closedOpen(-0.17004075057125412, INF))
        .limits(-0.0, INF, -0.0, 1)
        .usedIn(
            "GPT-2, BERT in Flax, Gemma: the tanh approximation, x (1 + tanh(u)) / 2 = x"
                + " sigmoid(2u). Not the same as gelu_erf: up to 4.73e-4 away.")
        .ulps(3.8, 4)
        .addTo(catalogue);
  }
}
