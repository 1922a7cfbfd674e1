package dev.activations.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** What every entry of the catalogue has: names, formulas in words, parameters, use. */
public abstract class CatalogueEntry {
  private final String name;
  private final List<String> aliases;
  private final String formula;
  private final String derivative;
  private final String range;
  private final List<Parameter> parameters;
  private final String usedIn;

  CatalogueEntry(EntryText text) {
    this.name = text.name;
    this.aliases = Collections.unmodifiableList(new ArrayList<>(text.aliases));
    this.formula = text.require(text.formula, "formula");
    this.derivative = text.require(text.derivative, "derivative");
    this.range = text.require(text.range, "range");
    this.parameters = Collections.unmodifiableList(new ArrayList<>(text.parameters));
    this.usedIn = text.require(text.usedIn, "usedIn");
  }

  /**
   * The name: lower case, words joined by underscores, one formula each.
   *
   * @return such as {@code gelu_tanh}
   */
  public final String name() {
    return name;
  }

  /**
   * Other names of the same formula.
   *
   * @return possibly none
   */
  public final List<String> aliases() {
    return aliases;
  }

  /**
   * The formula. For elementwise functions it can be evaluated: it is an expression of Python in x,
   * the parameters and exp, expm1, log1p, sqrt, tanh, erfc, sigmoid, softplus, Phi and phi (cdf and
   * density of the standard normal distribution). The tests evaluate it and hold the code to it.
   *
   * @return the formula as text
   */
  public final String formula() {
    return formula;
  }

  /**
   * The derivative, as {@link #formula()}; for row operations the backward in x, y, dy.
   *
   * @return the derivative as text
   */
  public final String derivative() {
    return derivative;
  }

  /**
   * The range, in the parameters.
   *
   * @return such as {@code (-alpha, inf)}
   */
  public final String range() {
    return range;
  }

  /**
   * The parameters, in their order.
   *
   * @return possibly none
   */
  public final List<Parameter> parameters() {
    return parameters;
  }

  /**
   * Where the function is used, and where it comes from.
   *
   * @return a sentence
   */
  public final String usedIn() {
    return usedIn;
  }

  /**
   * Checks that values are legal for the parameters.
   *
   * @param values one value per parameter, in the order of {@link #parameters()}
   * @throws IllegalArgumentException that names the parameter, the value and the legal interval
   */
  public void check(double... values) {
    if (values.length != parameters.size()) {
      throw new IllegalArgumentException(
          String.format(
              "%s takes %d parameters %s, found %d: %s",
              name, parameters.size(), parameters, values.length, Arrays.toString(values)));
    }
    for (int i = 0; i < values.length; i++) {
      Parameter parameter = parameters.get(i);
      if (!parameter.legal().contains(values[i])) {
        throw new IllegalArgumentException(
            String.format(
                "%s: %s must be in %s, found %s",
                name, parameter.name(), parameter.legal(), Numbers.text(values[i])));
      }
    }
  }

  @Override
  public final String toString() {
    return name;
  }
}
