package dev.activations.generator.expression;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/**
 * A number of a call, in double precision: a parameter of the function, or something made of it.
 * Algorithms take it apart into two floats, for a parameter that was rounded to one would cost an
 * exponential many digits.
 *
 * @param source a Java expression in p0, p1, ...
 * @param known its value, when the kernel is made for one value of the parameter; else NaN
 */
public record Uniform(String source, double known) {
  /** A parameter of the function. */
  public static Uniform parameter(int index) {
    return new Uniform("p" + index, Double.NaN);
  }

  /** A number that the kernel is made for. */
  public static Uniform of(double value) {
    return new Uniform(Double.toString(value), value);
  }

  /** Whether the generator knows the number. */
  public boolean isKnown() {
    return !Double.isNaN(known);
  }

  /** Whether this is the number, so that a multiplication with it can be left out. */
  public boolean is(double value) {
    return known == value;
  }

  /** 1 / this. */
  public Uniform reciprocal() {
    return map("1.0 / (%s)", u -> 1 / u);
  }

  /** -this. */
  public Uniform negate() {
    return map("-(%s)", u -> -u);
  }

  /** this + other. */
  public Uniform plus(Uniform other) {
    return new Uniform("(" + source + ") + (" + other.source + ")", known + other.known);
  }

  /** factor * this. */
  public Uniform times(double factor) {
    return map(Double.toString(factor) + " * (%s)", u -> factor * u);
  }

  /** The float next to it. */
  public Value high() {
    return isKnown() ? Value.of((float) known) : Value.uniform("(float) (" + source + ")");
  }

  /** What {@link #high} leaves of it. */
  public Value low() {
    return isKnown()
        ? Value.of((float) (known - (float) known))
        : Value.uniform("(float) (" + source + " - (float) (" + source + "))");
  }

  /**
   * The largest float that is not above it: a float is above the one exactly when it is above the
   * other.
   */
  public Value below() {
    return isKnown() ? Value.of(floatBelow(known)) : Value.uniform("Bounds.below(" + source + ")");
  }

  /** The smallest float that is not below it. */
  public Value above() {
    return isKnown()
        ? Value.of(-floatBelow(-known))
        : Value.uniform("Bounds.above(" + source + ")");
  }

  private static float floatBelow(double value) {
    float near = (float) value;
    return near > value ? Math.nextDown(near) : near;
  }

  private Uniform map(String java, DoubleUnaryOperator operator) {
    return new Uniform(
        String.format(Locale.ROOT, java, source),
        isKnown() ? operator.applyAsDouble(known) : Double.NaN);
  }
}
