package dev.activations.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** An elementwise function of the catalogue, before its parameters are bound. */
public final class FunctionEntry extends CatalogueEntry {
  private final Definition value;
  private final Definition slope;
  private final Function<double[], Interval> bounds;
  private final Function<double[], Limits> limits;
  private final List<Kink> kinks;
  private final List<double[]> examples;
  private final ToDoubleFunction<double[]> order;
  private final ToDoubleFunction<double[]> turn;
  private final double valueUlps;
  private final double derivativeUlps;
  private final double valueFloor;
  private final double derivativeFloor;

  FunctionEntry(FunctionDraft draft) {
    super(draft.text);
    value = draft.text.require(draft.value, "value");
    slope = draft.text.require(draft.slope, "derivative");
    bounds = draft.text.require(draft.bounds, "range");
    limits = draft.text.require(draft.limits, "limits");
    kinks = Collections.unmodifiableList(new ArrayList<>(draft.kinks));
    order = draft.order;
    turn = draft.turn;
    valueUlps = draft.text.require(draft.valueUlps, "error bound");
    derivativeUlps = draft.text.require(draft.derivativeUlps, "error bound of the derivative");
    valueFloor = draft.valueFloor;
    derivativeFloor = draft.derivativeFloor;
    examples = Collections.unmodifiableList(examples(draft));
  }

  private List<double[]> examples(FunctionDraft draft) {
    List<double[]> all = new ArrayList<>();
    if (hasDefaults()) {
      all.add(parameters().stream().mapToDouble(p -> p.defaultValue().orElse(0)).toArray());
    }
    all.addAll(draft.examples);
    if (all.isEmpty()) {
      throw new IllegalStateException("catalogue entry " + name() + " lacks an example");
    }
    for (double[] example : all) {
      check(example);
    }
    return all;
  }

  /**
   * Whether the function can be used without naming a parameter.
   *
   * @return false when a parameter has no default
   */
  public boolean hasDefaults() {
    return parameters().stream().allMatch(p -> p.defaultValue().isPresent());
  }

  /**
   * Bindings of the parameters that tests and tables use: the defaults first, where there are some.
   *
   * @return copies, each in the order of {@link #parameters()}
   */
  public List<double[]> examples() {
    List<double[]> copies = new ArrayList<>();
    for (double[] example : examples) {
      copies.add(example.clone());
    }
    return copies;
  }

  /**
   * The points where the formula changes, and the derivatives that are returned there.
   *
   * @return none for smooth functions
   */
  public List<Kink> kinks() {
    return kinks;
  }

  /**
   * The error that the CPU backend keeps for float32, in units in the last place.
   *
   * @return the largest error that the function may have at any float
   */
  public double valueUlps() {
    return valueUlps;
  }

  /**
   * The error that the CPU backend keeps for the float32 derivative, in units in the last place.
   *
   * @return the largest error that the derivative may have at any float
   */
  public double derivativeUlps() {
    return derivativeUlps;
  }

  /**
   * The absolute error that the CPU backend may have beside {@link #valueUlps}, next to a zero.
   *
   * @return 0 when there is none
   */
  public double valueFloor() {
    return valueFloor;
  }

  /**
   * The absolute error that the CPU backend may have beside {@link #derivativeUlps}, next to a
   * zero.
   *
   * @return 0 when there is none
   */
  public double derivativeFloor() {
    return derivativeFloor;
  }

  /**
   * The range for given parameters.
   *
   * @param p legal values of all parameters
   * @return the smallest interval that holds all values at finite x
   */
  public Interval rangeAt(double... p) {
    return bounds.apply(p);
  }

  /**
   * Where a function that falls and then rises turns: its derivative is continuous, and 0 there.
   *
   * @param p legal values of all parameters
   * @return x, rounded to a double; empty when the function is monotonic, or turns at a kink
   */
  public OptionalDouble turningPointAt(double... p) {
    double x = turn.applyAsDouble(p);
    return Double.isFinite(x) ? OptionalDouble.of(x) : OptionalDouble.empty();
  }

  /**
   * The limits at both infinities.
   *
   * @param p legal values of all parameters
   * @return what infinite inputs give
   */
  public Limits limitsAt(double... p) {
    return limits.apply(p);
  }

  /**
   * The function in double precision: the oracle of every backend.
   *
   * @param x any number: NaN gives NaN, an infinity the limit
   * @param p legal values of all parameters
   * @return f(x), to a few ULP of double
   */
  public double valueAt(double x, double... p) {
    if (Double.isInfinite(x)) {
      return limits.apply(p).value(x > 0);
    }
    return Double.isNaN(x) ? x : value.at(x, p);
  }

  /**
   * The derivative in double precision: the oracle of every backend.
   *
   * @param x any number: NaN gives NaN, an infinity the limit, a kink the value listed for it
   * @param p legal values of all parameters
   * @return f'(x), to a few ULP of double
   */
  public double derivativeAt(double x, double... p) {
    if (Double.isInfinite(x)) {
      return limits.apply(p).derivative(x > 0);
    }
    return Double.isNaN(x) ? x : slope.at(x, p);
  }

  @Override
  public void check(double... values) {
    super.check(values);
    if (!(order.applyAsDouble(values) > 0)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: %s must be less than %s, found %s and %s",
              name(),
              parameters().get(0).name(),
              parameters().get(1).name(),
              Numbers.text(values[0]),
              Numbers.text(values[1])));
    }
  }

  static FunctionDraft named(String name) {
    return new FunctionDraft(name);
  }
}
