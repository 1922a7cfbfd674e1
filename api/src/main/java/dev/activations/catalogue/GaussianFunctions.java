package dev.activations.catalogue;

import static dev.activations.catalogue.FunctionEntry.named;
import static dev.activations.catalogue.Interval.ALL;
import static dev.activations.catalogue.Interval.POSITIVE;
import static java.lang.Double.POSITIVE_INFINITY;

import java.util.List;
import org.apache.commons.numbers.core.DD;

/** The functions made of the normal distribution. */
final class GaussianFunctions {
  private static final double INF = POSITIVE_INFINITY;

  private GaussianFunctions() {}

  static void define(List<FunctionEntry> catalogue) {
    named("gelu_erf")
        .value("x * Phi(x)", (x, p) -> Gaussian.gelu(x))
        .derivative("Phi(x) + x * phi(x)", (x, p) -> Gaussian.geluDerivative(x))
        .turnsAt(p -> DerivativeZero.GELU_ERF.x())
        .range("[-0.169971207479904, inf)", p -> Interval.closedOpen(-0.16997120747990366, INF))
        .limits(-0.0, INF, -0.0, 1)
        .usedIn("BERT, ViT and most encoders: the exact GELU (Hendrycks and Gimpel 2016).")
        .ulps(3.9, 3.9)
        .addTo(catalogue);

    named("laplace")
        .value(
            "erfc((mu - x) / (sigma * sqrt(2))) / 2",
            (x, p) -> Gaussian.cdf(standardised(x, p[0], p[1])))
        .derivative(
            "exp(-((x - mu) / sigma)**2 / 2) / (sigma * sqrt(2 * pi))",
            (x, p) -> laplaceDerivative(x, p[0], p[1]))
        .parameter("mu", 0.7071067811865476, ALL, "where the value is 1/2")
        .parameter("sigma", 0.28209479177387814, POSITIVE, "width")
        .range(Interval.open(0, 1))
        .limits(0, 1, 0, 0)
        .usedIn("Attention of MEGA, in place of relu squared (Ma et al. 2022).")
        .example(0, 1)
        .ulps(4, 2.3)
        .addTo(catalogue);
  }

  private static DD standardised(double x, double mu, double sigma) {
    // Quarters, so that the difference of two huge numbers does not overflow.
    boolean huge = Math.max(Math.abs(x), Math.abs(mu)) > 0x1p1000;
    double scale = huge ? 0.25 : 1;
    return Exponential.quotient(DD.ofDifference(scale * x, scale * mu), scale * sigma);
  }

  private static double laplaceDerivative(double x, double mu, double sigma) {
    // 1 / sigma alone would overflow for the smallest sigma, where the density is not that large
    // yet.
    double scale = sigma < 0x1p-900 ? 0x1p200 : 1;
    return scale * Gaussian.density(standardised(x, mu, sigma), 1 / (scale * sigma));
  }
}
