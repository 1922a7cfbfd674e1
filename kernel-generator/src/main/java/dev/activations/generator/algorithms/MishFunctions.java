package dev.activations.generator.algorithms;

import static dev.activations.generator.expression.Value.fma;

import dev.activations.generator.expression.Value;
import java.util.List;

/** x tanh(softplus(x)) with e = e^x: tanh(log(1 + e)) = m / (1 + m), m = e + e^2 / 2. */
final class MishFunctions {
  /** x e^x rounds to 0 at minus this. */
  private static final float ZERO = 110;

  /** The function is x from here on. */
  private static final float ONE = 10;

  private static final Zero SLOPE_ZERO = Zero.of("mish");

  private static final float DOWN = 0x1p-64f;

  private MishFunctions() {}

  static List<Algorithm> all() {
    return List.of(Algorithm.of("mish", MishFunctions::value, MishFunctions::derivative));
  }

  private static Value value(Value x) {
    Value c = x.atLeast(-ZERO);
    Exponential exponential = Exponential.of(Reduction.of(1, c.limitedTo(ONE), 64));
    Value e = exponential.of(Value.of(1));
    Value ce = exponential.of(c);
    // x m / (1 + m) = x e (2 + e) / (2 + e (2 + e)), rounded as seldom as can be.
    Value up = fma(ce.times(DOWN), e, ce.plus(ce));
    Value y = up.over(fma(e, e.timesPlus(DOWN, 2), Value.of(0x1p65f)));
    Value plain = y.atMost(ONE).atLeast(x.minus(ONE).times(0x1p30f).atMost(x));
    return c.ifAbove(ONE, x, y).orPlainly(plain);
  }

  /**
   * With e = e^-|x|: 1 + 2 e^2 (2 x - 1 + e (2 x - 2) - 2 e^2) / (1 + 2 e + 2 e^2)^2 for x > 0, a
   * polynomial down to -1.9, and e (1 + x + e (3/2 + x + e + e^2 / 4)) / (1 + e + e^2 / 2)^2 below.
   */
  private static Value derivative(Value x) {
    Value c = x.atLeast(-ZERO).atMost(ZERO);
    Exponential exponential = Exponential.of(Reduction.of(-1, c.abs(), 64));
    Value t = exponential.restMinusOne();
    // With u = 2 e for x > 0 and u = e below, both fractions are alike.
    Value power = exponential.power();
    power = x.ifAbove(0, power.plus(power), power);
    Value e = fma(power, t, power).times(DOWN);
    Value k0 = x.ifAbove(0, Value.of(0), c.plus(1));
    Value k1 = x.ifAbove(0, c.minus(0.5f), c.plus(1.5f));
    Value k2 = x.ifAbove(0, c.timesPlus(0.5f, -0.5f), Value.of(1));
    Value k3 = x.ifAbove(0, Value.of(-0.25f), Value.of(0.25f));
    Value sum = fma(e, fma(e, fma(e, k3, k2), k1), k0);
    // (1 + e + e^2 / 2)^2
    Value square = Polynomial.of(e, 1, 2, 2, 1, 0.25f);
    Value v = fma(sum, t, sum).times(power).over(square);
    Value distance = c.plus(SLOPE_ZERO.high()).plus(SLOPE_ZERO.low());
    // constants/zeros.sollya: mish
    Value around =
        Polynomial.of(
            distance,
            0x1.115accp-2f,
            0x1.a34a24p-3f,
            0x1.574e1cp-5f,
            -0x1.4c2112p-6f,
            -0x1.0321fap-6f,
            -0x1.b8e7b2p-9f,
            0x1.18e516p-10f,
            0x1.07bc28p-10f,
            0x1.3277a2p-12f,
            -0x1.4948a4p-14f,
            -0x1.50d8fap-14f,
            0x1.c138bap-17f);
    Value below = x.ifLess(-1.9f, v.times(DOWN), distance.times(around));
    return x.ifAbove(0, v.timesPlus(DOWN, 1), below);
  }
}
