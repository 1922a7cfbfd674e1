package dev.activations.generator.algorithms;

import static dev.activations.generator.expression.Value.fma;

import dev.activations.generator.expression.Uniform;
import dev.activations.generator.expression.Value;
import java.util.List;

/**
 * Functions of the normal distribution. The tail is Phi(-a) = g(a) e^(-a^2 / 2), g(a) = erfcx(a /
 * sqrt 2) / 2, with a^2 in two floats: no 1 + erf, which cancels.
 */
final class GaussianFunctions {
  /** gelu(-ZERO) and its derivative round to 0. */
  private static final float ZERO = 14.8f;

  /** Where the polynomials have their middle; what they approximate is flat in a / (a + WIDTH). */
  private static final float WIDTH = 3.5f;

  private static final Zero SLOPE_ZERO = Zero.of("gelu_erf");

  /** -tail' / tail in the middle. */
  private static final float FALL = 1.44f;

  private static final float DOWN = 0x1p-64f;

  private GaussianFunctions() {}

  static List<Algorithm> all() {
    return List.of(
        Algorithm.of("gelu_erf", GaussianFunctions::gelu, GaussianFunctions::geluDerivative),
        Algorithm.of("laplace", GaussianFunctions::laplace, GaussianFunctions::laplaceDerivative));
  }

  /** x for x > 0, and less a Phi(-a) for both signs. */
  private static Value gelu(Value x) {
    Value a = x.abs().limitedTo(ZERO);
    Value q = a.over(a.plus(WIDTH));
    Product square = Product.square(a);
    Exponential density = Exponential.of(Reduction.of(-0.5f, square, 64));
    return x.atLeast(-0f).minus(q.times(tail(q)).times(density.value(DOWN)));
  }

  /** At -a: (zero - a) h(a) e^(-a^2 / 2). */
  private static Value geluDerivative(Value x) {
    Value a = x.abs().atMost(ZERO);
    Value q = a.over(a.plus(WIDTH));
    // constants/gaussian.sollya: slope
    Value h =
        Polynomial.of(
            q.timesPlus(2, -1),
            0x1.e0a508p-2f,
            -0x1.c7f3dep-4f,
            0x1.ddd424p-5f,
            -0x1.68bb38p-6f,
            0x1.33e012p-8f,
            0x1.fbae54p-13f,
            -0x1.cd5a5ep-12f,
            0x1.69fddap-16f,
            0x1.91168cp-15f,
            0x1.9761aap-18f);
    Value distance = SLOPE_ZERO.minus(a);
    return Sign.reflected(distance.times(h).times(density(Product.square(a))), x);
  }

  private static Value laplace(Value x, Uniform mu, Uniform sigma) {
    Standardised z = Standardised.of(x, mu, sigma);
    Value a = z.rounded().abs();
    Value d = a.plus(WIDTH);
    Value q = a.over(d);
    // What d has lost (Knuth), and what z has too much, go into the exponent, relative to d: of
    // which one over is (1 - q) / WIDTH.
    Value back = d.minus(a);
    Value lost = a.minus(d.minus(back)).plus(Value.of(WIDTH).minus(back));
    Value low = lost.minus(z.rounded().ifNegative(z.excess().negate(), z.excess()));
    // What q has lost goes there, too, as much as tail(q) falls with it.
    Value corrected = fma(fma(q.negate(), d, a), Value.of(FALL), low);
    Product square = z.square();
    Value excess = fma(corrected.times(-2 / WIDTH), Value.of(1).minus(q), square.excess());
    Exponential density =
        Exponential.of(Reduction.of(-0.5f, new Product(square.rounded(), excess), 64));
    return Sign.reflected(density.of(tail(q)).over(d), z.rounded());
  }

  private static Value laplaceDerivative(Value x, Uniform mu, Uniform sigma) {
    Standardised z = Standardised.of(x, mu, sigma);
    // 1 / sqrt(2 pi): constants/numbers.sollya
    Uniform peak = sigma.reciprocal().times(0.39894228040143267794);
    return density(z.square()).times(peak.high()).times(DOWN);
  }

  /** 2^64 e^(-square / 2). */
  private static Value density(Product square) {
    return Exponential.of(Reduction.of(-0.5f, square, 64)).value();
  }

  /** (a + WIDTH) g(a), of q = a / (a + WIDTH). */
  private static Value tail(Value q) {
    // constants/gaussian.sollya: tail
    return Polynomial.of(
        q.timesPlus(2, -1),
        0x1.7d241ap-1f,
        -0x1.21914ep-1f,
        0x1.42fee8p-2f,
        -0x1.db5aecp-4f,
        0x1.1d1f9ep-6f,
        0x1.a99b82p-8f,
        -0x1.9e983p-9f,
        -0x1.02106cp-11f,
        0x1.ac257cp-12f,
        0x1.adee08p-14f);
  }
}
