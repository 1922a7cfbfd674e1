package dev.activations.generator.algorithms;

import static dev.activations.generator.expression.Value.fma;

import dev.activations.generator.expression.Uniform;
import dev.activations.generator.expression.Value;

/**
 * z = (x - mu) / sigma in two floats.
 *
 * @param rounded z, rounded
 * @param excess what it has too much
 */
record Standardised(Value rounded, Value excess) {
  /** Beyond so many sigma the tails are 0 and 1, and the density is 0 even for a sigma of 2^-20. */
  private static final double FAR = 15.5;

  static Standardised of(Value x, Uniform mu, Uniform sigma) {
    Value c =
        x.atLeast(mu.plus(sigma.times(-FAR)).below()).atMost(mu.plus(sigma.times(FAR)).above());
    // Knuth's difference: d + rest is c - mu.
    Value d = c.minus(mu.high());
    Value back = d.minus(c);
    Value rest = c.minus(d.minus(back)).minus(back.plus(mu.high())).minus(mu.low());
    // Next to mu the rest is as large as d.
    Value near = d.plus(rest);
    Value low = d.minus(near).plus(rest);
    Product z = Product.of(near, sigma.reciprocal());
    Value excess = z.excess().minus(low.times(sigma.reciprocal().high()));
    // Where floats are further apart than sigma.
    return new Standardised(z.rounded().atLeast((float) -FAR).atMost((float) FAR), excess);
  }

  /** z^2. */
  Product square() {
    Product square = Product.square(rounded);
    return new Product(square.rounded(), fma(rounded.plus(rounded), excess, square.excess()));
  }
}
