package dev.activations.catalogue;

import static dev.activations.catalogue.FunctionEntry.named;
import static dev.activations.catalogue.Interval.ALL;
import static dev.activations.catalogue.Interval.POSITIVE;
import static java.lang.Double.POSITIVE_INFINITY;

import java.util.List;
import org.apache.commons.numbers.core.DD;

/** The functions made of the normal distribution. */
final class GaussianUnits {
  private static final double INF = POSITIVE_INFINITY;

  private GaussianUnits() {}

  static void define(List<FunctionEntry> catalogue) {
    named("gelu_erf")
        .alias("gelu")
        .value("x * Phi(x)", (x, p) -> Gaussian.gelu(x))
        .derivative("Phi(x) + x * phi(x)", (x, p) -> Gaussian.geluDerivative(x))
        .range("[-0.169971207479904, inf)", p -> Interval.closedOpen(-0.16997120747990366, INF))
        .limits(-0.0, INF, -0.0, 1)
        .usedIn("BERT, ViT and most encoders: the exact GELU (Hendrycks and Gimpel 2016).")
        .ulps(0.51, 0.51)
        .addTo(catalogue);

    named("laplace")
        .value(
            "erfc((mu - x) / (sigma * sqrt(2))) / 2",
            (x, p) -> Gaussian.cdf(standardised(x, p[0], p[1])))
        .derivative(
            "exp(-((x - mu) / sigma)**2 / 2) / (sigma * sqrt(2 * pi))",
            (x, p) -> Gaussian.density(standardised(x, p[0], p[1]), 1 / p[1]))
        .parameter("mu", 0.7071067811865476, ALL, "where the value is 1/2")
        .parameter("sigma", 0.28209479177387814, POSITIVE, "width")
        .range(Interval.open(0, 1))
        .limits(0, 1, 0, 0)
        .usedIn("Attention of MEGA, in place of relu squared (Ma et al. 2022).")
        .example(0, 1)
        .ulps(0.51, 0.51)
        .addTo(catalogue);
  }

  private static DD standardised(double x, double mu, double sigma) {
    double plain = (x - mu) / sigma;
    // Far outside nothing but the sign counts, and splitting a huge quotient would overflow.
    return Math.abs(plain) > 1e6 ? DD.of(plain) : DD.ofDifference(x, mu).divide(DD.of(sigma));
  }
}
