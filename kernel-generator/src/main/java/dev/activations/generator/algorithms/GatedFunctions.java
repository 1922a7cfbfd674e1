package dev.activations.generator.algorithms;

import static dev.activations.generator.expression.Value.fma;

import dev.activations.generator.expression.Uniform;
import dev.activations.generator.expression.Value;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * x sigmoid(z(x)). The value is x e / (1 + e) with e = e^z for either sign; the derivative at -a is
 * v = q (1 - w + w q) with q = sigmoid(-z(a)) and w = a z'(a), and the one at a is 1 - v.
 */
final class GatedFunctions {
  /** x e^x rounds to 0 at minus this. */
  private static final float ZERO = 110;

  /** sigmoid(x) rounds to 1 here. */
  private static final float ONE = 20;

  private static final Zero SILU_ZERO = Zero.of("silu");
  private static final Zero TANH_ZERO = Zero.of("gelu_tanh");

  /** So far around the zeros, where the terms of a derivative cancel, it is a polynomial. */
  private static final float SILU_WINDOW = 0.9f;

  private static final float TANH_WINDOW = 0.43f;

  private static final Uniform QUICK = Uniform.of(1.702);

  private static final float DOWN = 0x1p-64f;
  private static final float UP = 0x1p64f;

  private GatedFunctions() {}

  static List<Algorithm> all() {
    return List.of(
        Algorithm.of("silu", GatedFunctions::silu, GatedFunctions::siluDerivative),
        Algorithm.of("swish", GatedFunctions::swish, GatedFunctions::swishDerivative, 0, 1),
        Algorithm.of("quick_gelu", x -> swish(x, QUICK), x -> swishDerivative(x, QUICK)),
        Algorithm.of("gelu_tanh", GatedFunctions::geluTanh, GatedFunctions::geluTanhDerivative));
  }

  private static Value silu(Value x) {
    Value c = x.atLeast(-ZERO);
    return gated(x, c, Value.of(ONE), Fraction.of(Reduction.of(1, c.limitedTo(ONE), 64)));
  }

  private static Value siluDerivative(Value x) {
    Value a = x.abs().atMost(ZERO);
    Value distance = SILU_ZERO.minus(a);
    Value v =
        slope(
            Fraction.of(Reduction.of(-1, a, 64)).logistic(DOWN),
            q -> fma(a, q, Value.of(1).minus(a)));
    return Sign.reflected(siluWindow(distance, v), x);
  }

  private static Value swish(Value x, Uniform beta) {
    if (beta.is(0)) {
      return x.times(0.5f);
    }
    if (beta.is(1)) {
      return silu(x);
    }
    Value one = beta.reciprocal().times(ONE).high();
    Value c = x.atLeast(beta.reciprocal().times(-ZERO - 15).high());
    Product z = Product.of(c.limitedTo(one), beta);
    return gated(x, c, one, Fraction.of(Reduction.of(1, z, 64)));
  }

  private static Value swishDerivative(Value x, Uniform beta) {
    if (beta.is(0)) {
      return x.ifNotNan(Value.of(0.5f));
    }
    if (beta.is(1)) {
      return siluDerivative(x);
    }
    Value a = x.abs().atMost(beta.reciprocal().times(ZERO).high());
    Product z = Product.of(a, beta);
    Value low = z.excess().plus(SILU_ZERO.low());
    Value distance = Value.of(SILU_ZERO.high()).minus(z.rounded()).plus(low);
    // 1 - z.rounded() is exact where it counts.
    Value v =
        slope(
            Exponential.of(Reduction.of(-1, z, 64)).logistic(DOWN),
            q -> Value.of(1).minus(z.rounded()).plus(fma(z.rounded(), q, z.excess())));
    return Sign.reflected(siluWindow(distance, v), x);
  }

  private static Value geluTanh(Value x) {
    Value c = x.atLeast(-GeluTanhArgument.ZERO);
    Product z = GeluTanhArgument.of(c.limitedTo(GeluTanhArgument.ONE)).z();
    Value one = Value.of(GeluTanhArgument.ONE);
    return gated(x, c, one, Fraction.of(Reduction.of(1, z, 64)));
  }

  private static Value geluTanhDerivative(Value x) {
    Value a = x.abs().atMost(GeluTanhArgument.ZERO);
    GeluTanhArgument argument = GeluTanhArgument.of(a);
    Product z = argument.z();
    // The large terms of 1 - w last, so that they are rounded once.
    Value minusTwice = a.times(-2);
    Value low = fma(minusTwice, argument.cubicLow(), z.excess());
    Value minusW = fma(minusTwice, argument.cubic(), low.minus(z.rounded()));
    Value v =
        slope(
            Exponential.of(Reduction.of(-1, z, 64)).logistic(DOWN),
            q ->
                Value.of(1)
                    .minus(z.rounded())
                    .plus(fma(minusTwice, argument.cubic(), fma(minusW, q.negate(), low))));
    Value distance = TANH_ZERO.minus(a);
    // constants/zeros.sollya: gelu_tanh
    Value around =
        Polynomial.of(
            distance,
            0x1.b8bacep-2f * UP,
            0x1.8cd19ep-2f * UP,
            -0x1.029d1ap-6f * UP,
            -0x1.d2b3fcp-4f * UP,
            -0x1.0f9a4p-6f * UP,
            0x1.41cb3cp-6f * UP,
            0x1.41fe7ep-8f * UP,
            -0x1.2508f2p-9f * UP);
    return Sign.reflected(distance.abs().ifLess(TANH_WINDOW, distance.times(around), v), x);
  }

  /** x e / (1 + e), where c is x unless that is so low that the result is 0. */
  private static Value gated(Value x, Value c, Value one, Fraction e) {
    Value u = e.scaled();
    Value y = c.times(u).over(e.denominator().timesPlus(UP, u));
    // (x - one) 2^30 is more than x as soon as it is positive.
    Value plain = y.atMost(one).atLeast(x.minus(one).times(0x1p30f).atMost(x));
    return c.ifAbove(one, x, y).orPlainly(plain);
  }

  /** 2^64 q (1 - w + w q), of 2^64 q and how the second factor is made of q. */
  private static Value slope(Value q, UnaryOperator<Value> factor) {
    return q.times(factor.apply(q.times(DOWN)));
  }

  private static Value siluWindow(Value distance, Value far) {
    // constants/zeros.sollya: silu
    Value around =
        Polynomial.of(
            distance,
            0x1.be141p-3f * UP,
            0x1.2c5636p-3f * UP,
            0x1.353efep-6f * UP,
            -0x1.f2d36ap-7f * UP,
            -0x1.b102acp-8f * UP,
            0x1.0d951p-13f * UP,
            0x1.a3df2ep-11f * UP,
            0x1.7b1bd2p-13f * UP,
            -0x1.77d7eap-15f * UP,
            -0x1.9549dep-16f * UP);
    return distance.abs().ifLess(SILU_WINDOW, distance.times(around), far);
  }
}
