package dev.activations.generator.algorithms;

import dev.activations.generator.expression.Uniform;
import dev.activations.generator.expression.Value;
import java.util.List;

/** Smooth functions without an exponential. */
final class AlgebraicFunctions {
  /** From here on the values no longer change, and the square does not overflow. */
  private static final float HUGE = 0x1p62f;

  private AlgebraicFunctions() {}

  static List<Algorithm> all() {
    return List.of(
        Algorithm.of(
            "softsign", AlgebraicFunctions::softsign, AlgebraicFunctions::softsignDerivative),
        Algorithm.of(
            "squareplus",
            AlgebraicFunctions::squareplus,
            AlgebraicFunctions::squareplusDerivative));
  }

  private static Value softsign(Value x) {
    Value c = x.atLeast(-HUGE).atMost(HUGE);
    return c.over(c.abs().plus(1));
  }

  private static Value softsignDerivative(Value x) {
    Value q = Value.of(1).over(x.abs().plus(1));
    return q.times(q);
  }

  /** (x + h) / 2 with h = sqrt(x^2 + b); for x &lt; 0, where that cancels, b / (2 (h - x)). */
  private static Value squareplus(Value x, Uniform b) {
    Value a = x.abs();
    Value half = hypotenuse(a, b).times(0.5f);
    Value below = b.times(0.25).high().over(a.timesPlus(0.5f, half));
    return x.ifLess(0, below, x.timesPlus(0.5f, half));
  }

  /** (1 + x / h) / 2; b / (2 h (h - x)) where that cancels. */
  private static Value squareplusDerivative(Value x, Uniform b) {
    Value a = x.abs();
    Value h = hypotenuse(a, b);
    Value ratio = x.atLeast(-HUGE).atMost(HUGE).over(h.atMost(HUGE));
    // Scaled, so that the squares overflow only where the result is 0.
    Value root = h.times(0x1p-32f);
    Value below = b.times(0x1p-65).high().over(root.timesPlus(root, a.times(0x1p-32f).times(root)));
    return ratio.ifLess(-0.5f, below, ratio.timesPlus(0.5f, 0.5f));
  }

  private static Value hypotenuse(Value a, Uniform b) {
    Value c = a.atMost(HUGE);
    return c.timesPlus(c, b.high()).squareRoot().atLeast(a);
  }
}
