package dev.activations.catalogue;

import static dev.activations.catalogue.FunctionEntry.named;
import static dev.activations.catalogue.Interval.POSITIVE;
import static java.lang.Double.POSITIVE_INFINITY;

import java.util.List;

/** Smooth functions without an exponential. */
final class AlgebraicFunctions {
  private static final double INF = POSITIVE_INFINITY;

  private AlgebraicFunctions() {}

  static void define(List<FunctionEntry> catalogue) {
    named("softsign")
        .value("x / (1 + abs(x))", (x, p) -> x / (1 + Math.abs(x)))
        // Two divisions: the square of a huge denominator would overflow.
        .derivative("1 / (1 + abs(x))**2", (x, p) -> 1 / (1 + Math.abs(x)) / (1 + Math.abs(x)))
        .range(Interval.open(-1, 1))
        .limits(-1, 1, 0, 0)
        .usedIn("A tanh with polynomial tails (Bergstra et al. 2009).")
        .ulps(1.7, 3.8)
        .addTo(catalogue);

    named("squareplus")
        .value("(x + sqrt(x**2 + b)) / 2", (x, p) -> squareplus(x, p[0]))
        .derivative("(1 + x / sqrt(x**2 + b)) / 2", (x, p) -> squareplusDerivative(x, p[0]))
        .parameter("b", 4, POSITIVE, "width of the bend; 4 gives squareplus(0) = 1")
        .range(POSITIVE)
        .limits(0, INF, 0, 1)
        .usedIn("softplus without an exponential (Barron 2021); JAX, Keras.")
        .example(1)
        .ulps(3.1, 4)
        .addTo(catalogue);
  }

  /**
   * For x &lt; 0 the sum cancels: (x + h) / 2 = (b / 2) / (h - x). Halved so that nothing
   * overflows.
   */
  private static double squareplus(double x, double b) {
    double h = StrictMath.hypot(x, StrictMath.sqrt(b));
    return x < 0 ? 0.25 * (b / (0.5 * h - 0.5 * x)) : 0.5 * x + 0.5 * h;
  }

  private static double squareplusDerivative(double x, double b) {
    double h = StrictMath.hypot(x, StrictMath.sqrt(b));
    return x < 0 ? 0.25 * (b / h / (0.5 * h - 0.5 * x)) : 0.5 + 0.5 * (x / h);
  }
}
