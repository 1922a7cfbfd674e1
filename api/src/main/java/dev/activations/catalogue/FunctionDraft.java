package dev.activations.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** An entry while it is being written; {@link #addTo} refuses one that lacks a part. */
final class FunctionDraft {
  final EntryText text;
  final List<Kink> kinks = new ArrayList<>();
  final List<double[]> examples = new ArrayList<>();
  @Nullable Definition value;
  @Nullable Definition slope;
  @Nullable Function<double[], Interval> bounds;
  @Nullable Function<double[], Limits> limits;
  @Nullable Double valueUlps;
  @Nullable Double derivativeUlps;
  double valueFloor;
  double derivativeFloor;
  ToDoubleFunction<double[]> order = p -> 1;
  ToDoubleFunction<double[]> turn = p -> Double.NaN;

  FunctionDraft(String name) {
    this.text = new EntryText(name);
  }

  FunctionDraft value(String formula, Definition definition) {
    text.formula = formula;
    value = definition;
    return this;
  }

  FunctionDraft derivative(String formula, Definition definition) {
    text.derivative = formula;
    slope = definition;
    return this;
  }

  FunctionDraft parameter(String name, double defaultValue, Interval legal, String meaning) {
    text.parameter(name, OptionalDouble.of(defaultValue), legal, meaning);
    return this;
  }

  FunctionDraft required(String name, Interval legal, String meaning) {
    text.parameter(name, OptionalDouble.empty(), legal, meaning);
    return this;
  }

  /** The first parameter has to be less than the second. */
  FunctionDraft ascending() {
    order = p -> p[1] - p[0];
    return this;
  }

  FunctionDraft range(String range, Function<double[], Interval> interval) {
    text.range = range;
    bounds = interval;
    return this;
  }

  FunctionDraft range(Interval interval) {
    return range(interval.toString(), p -> interval);
  }

  FunctionDraft kink(
      String point, ToDoubleFunction<double[]> x, String derivative, ToDoubleFunction<double[]> d) {
    kinks.add(new Kink(point, x, derivative, d));
    return this;
  }

  FunctionDraft kink(double x, double derivative) {
    return kink(Numbers.text(x), p -> x, Numbers.text(derivative), p -> derivative);
  }

  /** Where it has its minimum, if it is not monotonic. */
  FunctionDraft turnsAt(ToDoubleFunction<double[]> x) {
    turn = x;
    return this;
  }

  FunctionDraft limits(Function<double[], Limits> at) {
    limits = at;
    return this;
  }

  FunctionDraft limits(double below, double above, double slopeBelow, double slopeAbove) {
    Limits constant = Limits.of(below, above, slopeBelow, slopeAbove);
    return limits(p -> constant);
  }

  FunctionDraft usedIn(String sentence) {
    text.usedIn = sentence;
    return this;
  }

  FunctionDraft example(double... p) {
    examples.add(p);
    return this;
  }

  /** The CPU backend's float32 error bounds, in ULP. */
  FunctionDraft ulps(double forValue, double forDerivative) {
    valueUlps = forValue;
    derivativeUlps = forDerivative;
    return this;
  }

  /** The absolute errors that the CPU backend may have instead, next to a zero; 0 by default. */
  FunctionDraft floors(double forValue, double forDerivative) {
    valueFloor = forValue;
    derivativeFloor = forDerivative;
    return this;
  }

  void addTo(List<FunctionEntry> catalogue) {
    catalogue.add(new FunctionEntry(this));
  }
}
