package dev.activations.generator.algorithms;

import static dev.activations.generator.expression.Value.fma;

import dev.activations.generator.expression.Uniform;
import dev.activations.generator.expression.Value;
import java.util.List;

/** The sigmoid, its integral and its logarithm, of e = e^-|z|. */
final class LogisticFunctions {
  /** e^-104 rounds to 0. */
  private static final float ZERO = 104;

  /** e^-FAR rounds to 0, even divided by the smallest beta, 2^-20. */
  private static final float FAR = 118;

  private static final float DOWN = 0x1p-64f;

  private LogisticFunctions() {}

  static List<Algorithm> all() {
    return List.of(
        Algorithm.of("sigmoid", LogisticFunctions::sigmoid, LogisticFunctions::sigmoidDerivative),
        Algorithm.of(
            "log_sigmoid", LogisticFunctions::logSigmoid, LogisticFunctions::logSigmoidDerivative),
        Algorithm.of(
            "softplus", LogisticFunctions::softplus, LogisticFunctions::softplusDerivative, 1));
  }

  /** With e = u / v: v / (u + v) for x >= 0, u / (u + v) below. */
  private static Value sigmoid(Value x) {
    return sigmoid(x, fraction(x.abs().atMost(ZERO)));
  }

  private static Value sigmoid(Value x, Fraction e) {
    Value u = e.scaled().times(DOWN);
    Value v = e.denominator();
    // Where x is so small that 2^100 x is less than 10, u and v are 2.
    Value plain = u.atLeast(x.times(0x1p100f).atMost(v));
    return x.ifNegative(u, v).orPlainly(plain).over(u.plus(v));
  }

  private static Value sigmoidDerivative(Value x) {
    return bell(fraction(x.abs().atMost(ZERO)), DOWN).times(DOWN);
  }

  /** e / (1 + e)^2 = q - q^2, where e and the result are multiplied with 1 / down. */
  static Value bell(Fraction e, float down) {
    Value q = e.logistic(down);
    return fma(q.times(-down), q, q);
  }

  private static Value logSigmoid(Value x) {
    return log1p(x.abs().limitedTo(ZERO)).timesPlus(-DOWN, x.atMost(0));
  }

  private static Value logSigmoidDerivative(Value x) {
    return sigmoid(x.negate());
  }

  private static Value softplus(Value x, Uniform beta) {
    if (beta.is(1)) {
      return log1p(x.abs().limitedTo(ZERO)).timesPlus(DOWN, x.atLeast(0));
    }
    Product z = argument(x, beta, FAR);
    Value log = log1p(Exponential.of(Reduction.of(-1, z, 64)));
    return log.times(beta.reciprocal().high()).timesPlus(DOWN, x.atLeast(0));
  }

  private static Value softplusDerivative(Value x, Uniform beta) {
    if (beta.is(1)) {
      return sigmoid(x);
    }
    Product z = argument(x, beta, ZERO);
    return sigmoid(x, Fraction.of(Reduction.of(-1, z, 64)));
  }

  /** |beta x|, no more than a limit. */
  private static Product argument(Value x, Uniform beta, float limit) {
    return Product.of(x.abs().atMost(beta.reciprocal().times(limit).high()), beta);
  }

  private static Fraction fraction(Value a) {
    return Fraction.of(Reduction.of(-1, a, 64));
  }

  /** 2^64 log(1 + e^-a). */
  private static Value log1p(Value a) {
    return log1p(Exponential.of(Reduction.of(-1, a, 64)));
  }

  private static Value log1p(Exponential exponential) {
    Value scaled = exponential.value();
    // constants/logistic.sollya: log1p
    Value quotient =
        Polynomial.of(
            scaled.times(DOWN),
            0x1p0f,
            -0x1.fffff8p-2f,
            0x1.5553b4p-2f,
            -0x1.ffc552p-3f,
            0x1.97890ep-3f,
            -0x1.4a6966p-3f,
            0x1.fefbf4p-4f,
            -0x1.54af5ap-4f,
            0x1.588ab6p-5f,
            -0x1.bfbf76p-7f,
            0x1.107bacp-9f);
    return scaled.times(quotient);
  }
}
