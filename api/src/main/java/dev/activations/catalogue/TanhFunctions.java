package dev.activations.catalogue;

import static dev.activations.catalogue.Exponential.quotient;
import static dev.activations.catalogue.Exponential.scaledExp;
import static dev.activations.catalogue.FunctionEntry.named;
import static dev.activations.catalogue.Interval.ALL;
import static dev.activations.catalogue.Interval.POSITIVE;
import static java.lang.Double.POSITIVE_INFINITY;

import java.util.List;
import org.apache.commons.numbers.core.DD;

/** The hyperbolic tangent and what is made of it. */
final class TanhFunctions {
  private static final double INF = POSITIVE_INFINITY;

  /** 2 k / (2 k + 1)! for k = 1, 2, …: the series of x cosh(x) - sinh(x) in x^(2 k + 1). */
  private static final double[] TANHSHRINK = new double[12];

  static {
    double factorial = 1;
    for (int k = 1; k <= TANHSHRINK.length; k++) {
      factorial *= 2 * k * (2 * k + 1);
      TANHSHRINK[k - 1] = 2 * k / factorial;
    }
  }

  /** exp(-2 FLAT) is zero. */
  private static final double FLAT = 1000;

  private TanhFunctions() {}

  static void define(List<FunctionEntry> catalogue) {
    named("tanh")
        .value("tanh(x)", (x, p) -> StrictMath.tanh(x))
        .derivative("1 - tanh(x)**2", (x, p) -> sech2(DD.of(x)))
        .range(Interval.open(-1, 1))
        .limits(-1, 1, 0, 0)
        .usedIn(
            "Recurrent networks, outputs in (-1, 1). Zero-centred, unlike sigmoid; its derivative"
                + " vanishes for large |x|.")
        .ulps(2.8, 3.2)
        .addTo(catalogue);

    named("tanhshrink")
        .value("x - tanh(x)", (x, p) -> tanhshrink(x))
        .derivative("tanh(x)**2", (x, p) -> StrictMath.tanh(x) * StrictMath.tanh(x))
        .range(ALL)
        .limits(-INF, INF, 1, 1)
        .usedIn("Sparse coding; torch.nn.Tanhshrink.")
        .ulps(3.3, 2.2)
        .addTo(catalogue);

    named("softcap")
        .value("cap * tanh(x / cap)", (x, p) -> softcap(x, p[0]))
        .derivative("1 - tanh(x / cap)**2", (x, p) -> sech2(quotient(x, p[0])))
        .required("cap", POSITIVE, "the bound of |y|: Gemma 2 has 50 in attention, 30 for logits")
        .range("(-cap, cap)", p -> Interval.open(-p[0], p[0]))
        .limits(p -> Limits.of(-p[0], p[0], 0, 0))
        .usedIn("Logits of Gemma 2 and Grok, so that they cannot run away.")
        .example(30)
        .example(50)
        .ulps(2.2, 3.6)
        .addTo(catalogue);
  }

  /** 1 - tanh(z)^2 = 4 e / (1 + e)^2 with e = exp(-2 |z|): all digits, where 1 - y^2 has none. */
  private static double sech2(DD z) {
    if (Math.abs(z.hi()) > FLAT) {
      return 0;
    }
    DD exponent = (z.hi() < 0 ? z : z.negate()).multiply(2.0);
    double e = Exponential.exp(exponent);
    return scaledExp(4, exponent) / ((1 + e) * (1 + e));
  }

  /** Below 1 the difference cancels: there it is the series of x cosh(x) - sinh(x) over cosh(x). */
  private static double tanhshrink(double x) {
    if (Math.abs(x) >= 1) {
      return x - StrictMath.tanh(x);
    }
    double square = x * x;
    double sum = 0;
    for (int k = TANHSHRINK.length - 1; k >= 0; k--) {
      sum = sum * square + TANHSHRINK[k];
    }
    return sum * square * x / StrictMath.cosh(x);
  }

  private static double softcap(double x, double cap) {
    double z = x / cap;
    // tanh(z) is z here, and z may have lost digits to underflow that x still has.
    return Math.abs(z) < 0x1p-30 ? x : cap * StrictMath.tanh(z);
  }
}
