package dev.activations.generator.algorithms;

import dev.activations.generator.expression.Uniform;
import dev.activations.generator.expression.Value;
import java.util.List;

/** The exponential linear units, and the exponential itself. */
final class ExponentialFunctions {
  /** 1 - e^-25 rounds to 1. */
  private static final float ONE = 25;

  /** e^-ZERO rounds to 0, even after a factor of 2^20. */
  private static final float ZERO = 118;

  private static final float DOWN = 0x1p-64f;

  private static final Uniform SELU_SCALE = Uniform.of(1.0507009873554804934193349852946);

  /** scale * alpha with alpha = 1.6732632423543772848170429916717: constants/numbers.sollya. */
  private static final Uniform SELU_SCALE_ALPHA = Uniform.of(1.7580993408473768599402175208123);

  private ExponentialFunctions() {}

  static List<Algorithm> all() {
    return List.of(
        Algorithm.of("elu", ExponentialFunctions::elu, ExponentialFunctions::eluDerivative, 1),
        Algorithm.of("selu", ExponentialFunctions::selu, ExponentialFunctions::seluDerivative),
        Algorithm.of("celu", ExponentialFunctions::celu, ExponentialFunctions::celuDerivative, 1),
        Algorithm.of("exp", ExponentialFunctions::exp, ExponentialFunctions::exp));
  }

  private static Value exp(Value x) {
    return Exponential.of(Reduction.even(x.atLeast(-104.5f))).valueOfEven();
  }

  private static Value elu(Value x, Uniform alpha) {
    return unit(x, x, x.atLeast(-0f), alpha);
  }

  private static Value eluDerivative(Value x, Uniform alpha) {
    return slope(x, Value.of(1), alpha);
  }

  private static Value selu(Value x) {
    return unit(x, scaled(x), scaled(x.atLeast(-0f)), SELU_SCALE_ALPHA);
  }

  /** scale x, for the largest x, too; both parts of scale are positive, as infinity asks for. */
  private static Value scaled(Value x) {
    double scale = SELU_SCALE.known();
    float part = Math.nextDown((float) scale);
    return x.timesPlus(part, x.times((float) (scale - part)));
  }

  private static Value seluDerivative(Value x) {
    return slope(x, SELU_SCALE.high(), SELU_SCALE_ALPHA);
  }

  private static Value celu(Value x, Uniform alpha) {
    if (alpha.is(1)) {
      return elu(x, alpha);
    }
    Product z = Product.of(x.abs().atMost(alpha.times(ONE).high()), alpha.reciprocal());
    Value t = Exponential.of(Reduction.of(-1, z, 0)).oneMinus();
    // Nearer to zero it is x, and x / alpha may have lost digits to underflow that x still has.
    return x.ifLess(alpha.times(-0x1p-25).high(), t.times(alpha.negate().high()), x);
  }

  private static Value celuDerivative(Value x, Uniform alpha) {
    if (alpha.is(1)) {
      return eluDerivative(x, alpha);
    }
    Value a = x.negate().atLeast(0).atMost(alpha.times(ZERO).high());
    Product z = Product.of(a, alpha.reciprocal());
    return Exponential.of(Reduction.of(-1, z, 64)).value().times(DOWN);
  }

  /** above for x >= 0, -alpha (1 - e^x) below. */
  private static Value unit(Value x, Value above, Value aboveOrZero, Uniform alpha) {
    Value vector = alphaTimes(alpha.negate(), x.abs().limitedTo(ONE));
    Value plain = alphaTimes(alpha, x.negate().atLeast(0).atMost(ONE));
    // A zero less a zero keeps its sign, which a sum of two zeros does not.
    return x.ifLess(0, vector, above).orPlainly(aboveOrZero.minus(plain));
  }

  private static Value alphaTimes(Uniform alpha, Value a) {
    Value t = Exponential.of(Reduction.of(-1, a, 0)).oneMinus();
    return alpha.is(1) ? t : alpha.is(-1) ? t.negate() : t.times(alpha.high());
  }

  /** above for x > 0, else alpha e^x. */
  private static Value slope(Value x, Value above, Uniform alpha) {
    Value a = x.negate().atLeast(0).atMost(ZERO);
    Value e = Exponential.of(Reduction.of(-1, a, 64)).value();
    if (alpha.is(1)) {
      return e.times(DOWN);
    }
    return x.ifAbove(0, above, e.times(alpha.high()).times(DOWN));
  }
}
