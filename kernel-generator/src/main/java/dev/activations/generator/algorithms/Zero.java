package dev.activations.generator.algorithms;

import dev.activations.catalogue.Catalogue;
import dev.activations.generator.expression.Value;

/**
 * The zero -a of a derivative, where the terms of a closed form cancel, in two floats.
 *
 * @param high a, rounded
 * @param low what it lacks
 */
record Zero(float high, float low) {
  /** Of a function of the catalogue without parameters. */
  static Zero of(String function) {
    double a = -Catalogue.function(function).turningPointAt().orElseThrow();
    float high = (float) a;
    return new Zero(high, (float) (a - high));
  }

  /** How far x = -other is to the right of the zero. */
  Value minus(Value other) {
    return Value.of(high).minus(other).plus(low);
  }
}
