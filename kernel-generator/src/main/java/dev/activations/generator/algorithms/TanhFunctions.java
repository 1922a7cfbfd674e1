package dev.activations.generator.algorithms;

import static dev.activations.generator.expression.Value.fma;

import dev.activations.generator.expression.Uniform;
import dev.activations.generator.expression.Value;
import java.util.List;

/** The hyperbolic tangent, t / (t + 2) with t = e^(2 |x|) - 1, and what is made of it. */
final class TanhFunctions {
  /** tanh is 1 from 9.02 on. */
  private static final float ONE = 10;

  /** 4 e^(-2 x) rounds to 0 here. */
  private static final float ZERO = 53;

  private TanhFunctions() {}

  static List<Algorithm> all() {
    return List.of(
        Algorithm.of("tanh", TanhFunctions::tanh, TanhFunctions::derivative),
        Algorithm.of("tanhshrink", TanhFunctions::shrink, TanhFunctions::shrinkDerivative),
        Algorithm.of("softcap", TanhFunctions::softcap, TanhFunctions::softcapDerivative));
  }

  private static Value tanh(Value x) {
    Fraction e = Fraction.of(Reduction.near(2, x.abs().atMost(ONE)));
    Value less = e.power().minus(1);
    Value more = e.power().plus(1);
    Value up = fma(e.even(), less, more.times(e.odd()));
    Value down = fma(e.even(), more, less.times(e.odd()));
    return Sign.copied(up.over(down), x);
  }

  /** 4 e / (1 + e)^2 with e = e^(-2 |x|). */
  private static Value derivative(Value x) {
    Fraction e = Fraction.of(Reduction.of(-2, x.abs().atMost(ZERO), 64));
    return LogisticFunctions.bell(e, 0x1p-64f).times(0x1p-62f);
  }

  private static Value shrink(Value x) {
    Value a = x.abs();
    Value far = restOfOne(Fraction.of(Reduction.near(-2, a.limitedTo(ONE)))).plus(a.minus(1));
    return a.ifLess(1, x.times(shrunk(x)), Sign.copied(far, x));
  }

  /** tanh^2. */
  private static Value shrinkDerivative(Value x) {
    Value square = x.times(x);
    // constants/tanh.sollya: (tanh(x) / x)^2
    Value series =
        Polynomial.of(
            square,
            0x1p0f,
            -0x1.555548p-1f,
            0x1.82d4f6p-2f,
            -0x1.92d368p-3f,
            0x1.8c68e2p-4f,
            -0x1.6c8d56p-5f,
            0x1.224bf4p-6f,
            -0x1.50d05cp-8f,
            0x1.8f02b2p-11f);
    Fraction e = Fraction.of(Reduction.near(-2, x.abs().atMost(ONE)));
    return x.abs().ifLess(1, square.times(series), LogisticFunctions.bell(e, 1).timesPlus(-4, 1));
  }

  private static Value softcap(Value x, Uniform cap) {
    Value a = x.abs();
    Product z = Product.of(a.atMost(cap.times(ONE).high()), cap.reciprocal());
    Value t = Value.of(1).minus(restOfOne(Fraction.of(Reduction.near(-2, z))));
    Value far = fma(t, cap.high(), t.times(cap.low()));
    // x (tanh(z) / z) next to zero, where z may have lost digits to underflow that x still has.
    Value near = x.times(Value.of(1).minus(shrunk(z.rounded())));
    return z.rounded().ifLess(1, near, Sign.copied(far, x));
  }

  private static Value softcapDerivative(Value x, Uniform cap) {
    Product z = Product.of(x.abs().atMost(cap.times(ZERO).high()), cap.reciprocal());
    Fraction e = Fraction.of(Reduction.of(-2, z, 64));
    return LogisticFunctions.bell(e, 0x1p-64f).times(0x1p-62f);
  }

  /** 1 - tanh(z) of e^(-2 z), z >= 0. */
  private static Value restOfOne(Fraction e) {
    Value u = e.scaled();
    return u.plus(u).over(u.plus(e.denominator()));
  }

  /** 1 - tanh(z) / z for |z| up to 1. */
  private static Value shrunk(Value z) {
    Value square = z.times(z);
    // constants/tanh.sollya: (1 - tanh(x) / x) / x^2
    return square.times(
        Polynomial.of(
            square,
            0x1.555556p-2f,
            -0x1.111128p-3f,
            0x1.ba19bp-5f,
            -0x1.65eef6p-6f,
            0x1.1e3fa6p-7f,
            -0x1.aa34bcp-9f,
            0x1.f25f64p-11f,
            -0x1.3914bcp-13f));
  }
}
