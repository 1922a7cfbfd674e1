package dev.activations.catalogue;

import static dev.activations.catalogue.Exponential.quotient;
import static dev.activations.catalogue.Exponential.scaledExp;
import static dev.activations.catalogue.FunctionEntry.named;
import static dev.activations.catalogue.Interval.NON_NEGATIVE;
import static dev.activations.catalogue.Interval.POSITIVE;
import static java.lang.Double.POSITIVE_INFINITY;

import java.util.List;
import org.apache.commons.numbers.core.DD;

/** The exponential linear units, and the exponential itself. */
final class ExponentialFunctions {
  private static final double INF = POSITIVE_INFINITY;
  private static final double SELU_SCALE = 1.0507009873554804934193349852946;

  /** scale * alpha with alpha = 1.6732632423543772848170429916717, rounded once. */
  private static final double SELU_SCALE_ALPHA = 1.7580993408473768599402175208123;

  private ExponentialFunctions() {}

  static void define(List<FunctionEntry> catalogue) {
    named("elu")
        .value("x if x > 0 else alpha * expm1(x)", (x, p) -> x > 0 ? x : p[0] * StrictMath.expm1(x))
        .derivative(
            "1 if x > 0 else alpha * exp(x)", (x, p) -> x > 0 ? 1 : scaledExp(p[0], DD.of(x)))
        .parameter("alpha", 1, NON_NEGATIVE, "-alpha is the value at -inf")
        .range(
            "(-alpha, inf), [0, inf) for alpha = 0",
            p -> p[0] > 0 ? Interval.open(-p[0], INF) : NON_NEGATIVE)
        .kink("0", p -> 0, "alpha", p -> p[0])
        .limits(p -> Limits.of(-p[0], INF, 0 * p[0], 1))
        .usedIn("Mean activations near zero, no dead units (Clevert et al. 2015).")
        .example(1.7)
        .example(0.1)
        .ulps(2.4, 2.1)
        .addTo(catalogue);

    named("selu")
        .value(
            "1.0507009873554804934193349852946 * (x if x > 0 else"
                + " 1.6732632423543772848170429916717 * expm1(x))",
            (x, p) -> x > 0 ? SELU_SCALE * x : SELU_SCALE_ALPHA * StrictMath.expm1(x))
        .derivative(
            "1.0507009873554804934193349852946 * (1 if x > 0 else"
                + " 1.6732632423543772848170429916717 * exp(x))",
            (x, p) -> x > 0 ? SELU_SCALE : scaledExp(SELU_SCALE_ALPHA, DD.of(x)))
        .range("(-1.7580993408473768, inf)", p -> Interval.open(-SELU_SCALE_ALPHA, INF))
        .kink("0", p -> 0, "1.7580993408473768", p -> SELU_SCALE_ALPHA)
        .limits(-SELU_SCALE_ALPHA, INF, 0, SELU_SCALE)
        .usedIn("Self-normalising networks: the scaled ELU (Klambauer et al. 2017).")
        .ulps(2.1, 2)
        .addTo(catalogue);

    named("celu")
        .value("max(0, x) + min(0, alpha * expm1(x / alpha))", (x, p) -> x > 0 ? x : celu(x, p[0]))
        .derivative(
            "1 if x > 0 else exp(x / alpha)",
            (x, p) -> x > 0 ? 1 : Exponential.exp(quotient(x, p[0])))
        .parameter("alpha", 1, POSITIVE, "-alpha is the value at -inf")
        .range("(-alpha, inf)", p -> Interval.open(-p[0], INF))
        .kink(0, 1)
        .limits(p -> Limits.of(-p[0], INF, 0, 1))
        .usedIn("An ELU that is smooth for every alpha (Barron 2017).")
        .example(2)
        .example(0.3)
        .ulps(2.5, 1.3)
        .addTo(catalogue);

    named("exp")
        .value("exp(x)", (x, p) -> StrictMath.exp(x))
        .derivative("exp(x)", (x, p) -> StrictMath.exp(x))
        .range(POSITIVE)
        .limits(0, INF, 0, INF)
        .usedIn("Rates and scales that must be positive; the core of softmax.")
        .ulps(1.7, 1.7)
        .addTo(catalogue);
  }

  private static double celu(double x, double alpha) {
    double z = x / alpha;
    // expm1(z) is z here, and z may have lost digits to underflow that x still has.
    return z > -0x1p-60 ? x : alpha * StrictMath.expm1(z);
  }
}
