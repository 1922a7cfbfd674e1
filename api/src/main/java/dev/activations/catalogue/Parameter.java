package dev.activations.catalogue;

import java.util.OptionalDouble;

/** A parameter of a function: its name, its default where it has one, and its legal interval. */
public final class Parameter {
  private final String name;
  private final OptionalDouble defaultValue;
  private final Interval legal;
  private final String meaning;

  Parameter(String name, OptionalDouble defaultValue, Interval legal, String meaning) {
    this.name = name;
    this.defaultValue = defaultValue;
    this.legal = legal;
    this.meaning = meaning;
  }

  /**
   * The name, as in {@code leaky_relu:negative_slope=0.2}.
   *
   * @return a name in lower case
   */
  public String name() {
    return name;
  }

  /**
   * The value that is taken when none is given.
   *
   * @return empty when the parameter has to be given
   */
  public OptionalDouble defaultValue() {
    return defaultValue;
  }

  /**
   * The values that are accepted.
   *
   * @return an interval of finite numbers
   */
  public Interval legal() {
    return legal;
  }

  /**
   * What the parameter does.
   *
   * @return a few words
   */
  public String meaning() {
    return meaning;
  }

  @Override
  public String toString() {
    return name
        + (defaultValue.isPresent() ? "=" + Numbers.text(defaultValue.getAsDouble()) : "")
        + " in "
        + legal;
  }
}
