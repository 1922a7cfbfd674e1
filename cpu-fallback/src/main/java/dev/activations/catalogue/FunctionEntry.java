package dev.activations.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** An elementwise function of the catalogue, before its parameters are bound. */
public final class FunctionEntry extends CatalogueEntry {
  private final Definition value;
  private final Definition slope;
  private final Function<double[], Interval> bounds;
  private final Function<double[], Limits> limits;
  private final List<Kink> kinks;
  private final List<double[]> examples;
  private final ToDoubleFunction<double[]> order;
  private final double valueUlps;
  private final double derivativeUlps;
  private final double valueFloor;
  private final double derivativeFloor;

  private FunctionEntry(Draft draft) {
    super(draft.text);
    value = draft.text.require(draft.value, "value");
    slope = draft.text.require(draft.slope, "derivative");
    bounds = draft.text.require(draft.bounds, "range");
    limits = draft.text.require(draft.limits, "limits");
    kinks = Collections.unmodifiableList(new ArrayList<>(draft.kinks));
    order = draft.order;
    valueUlps = draft.text.require(draft.valueUlps, "error bound");
    derivativeUlps = draft.text.require(draft.derivativeUlps, "error bound of the derivative");
    valueFloor = draft.valueFloor;
    derivativeFloor = draft.derivativeFloor;
    examples = Collections.unmodifiableList(examples(draft));
  }

  private List<double[]> examples(Draft draft) {
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
              "%s: %s must be less than %s, found %s and %s",
              name(),
              parameters().get(0).name(),
              parameters().get(1).name(),
              Numbers.text(values[0]),
              Numbers.text(values[1])));
    }
  }

  static Draft named(String name) {
    return new Draft(name);
  }

  /** An entry while it is being written; {@link #addTo} refuses one that lacks a part. */
  static final class Draft {
    private final EntryText text;
    private final List<Kink> kinks = new ArrayList<>();
    private final List<double[]> examples = new ArrayList<>();
    private @Nullable Definition value;
    private @Nullable Definition slope;
    private @Nullable Function<double[], Interval> bounds;
    private @Nullable Function<double[], Limits> limits;
    private @Nullable Double valueUlps;
    private @Nullable Double derivativeUlps;
    private double valueFloor;
    private double derivativeFloor;
    private ToDoubleFunction<double[]> order = p -> 1;

    private Draft(String name) {
      this.text = new EntryText(name);
    }

    Draft alias(String... names) {
      text.aliases(names);
      return this;
    }

    Draft value(String formula, Definition definition) {
      text.formula = formula;
      value = definition;
      return this;
    }

    Draft derivative(String formula, Definition definition) {
      text.derivative = formula;
      slope = definition;
      return this;
    }

    Draft parameter(String name, double defaultValue, Interval legal, String meaning) {
      text.parameter(name, OptionalDouble.of(defaultValue), legal, meaning);
      return this;
    }

    Draft required(String name, Interval legal, String meaning) {
      text.parameter(name, OptionalDouble.empty(), legal, meaning);
      return this;
    }

    /** The first parameter has to be less than the second. */
    Draft ascending() {
      order = p -> p[1] - p[0];
      return this;
    }

    Draft range(String range, Function<double[], Interval> interval) {
      text.range = range;
      bounds = interval;
      return this;
    }

    Draft range(Interval interval) {
      return range(interval.toString(), p -> interval);
    }

    Draft kink(
        String point,
        ToDoubleFunction<double[]> x,
        String derivative,
        ToDoubleFunction<double[]> d) {
      kinks.add(new Kink(point, x, derivative, d));
      return this;
    }

    Draft kink(double x, double derivative) {
      return kink(Numbers.text(x), p -> x, Numbers.text(derivative), p -> derivative);
    }

    Draft limits(Function<double[], Limits> at) {
      limits = at;
      return this;
    }

    Draft limits(double below, double above, double slopeBelow, double slopeAbove) {
      Limits constant = Limits.of(below, above, slopeBelow, slopeAbove);
      return limits(p -> constant);
    }

    Draft usedIn(String sentence) {
      text.usedIn = sentence;
      return this;
    }

    Draft example(double... p) {
      examples.add(p);
      return this;
    }

    /** The CPU backend's float32 error bounds, in ULP. */
    Draft ulps(double forValue, double forDerivative) {
      valueUlps = forValue;
      derivativeUlps = forDerivative;
      return this;
    }

    /** The absolute errors that the CPU backend may have instead, next to a zero; 0 by default. */
    Draft floors(double forValue, double forDerivative) {
      valueFloor = forValue;
      derivativeFloor = forDerivative;
      return this;
    }

    void addTo(List<FunctionEntry> catalogue) {
      catalogue.add(new FunctionEntry(this));
    }
  }
}
