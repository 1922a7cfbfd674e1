package dev.activations.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What every entry of the catalogue has: names, formulas in words, parameters, use. */
public abstract class CatalogueEntry {
  private final String name;
  private final String formula;
  private final String derivative;
  private final String range;
  private final List<Parameter> parameters;
  private final String usedIn;

  CatalogueEntry(EntryText text) {
    this.name = text.name;
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
   * Other names of the same formula, with the same defaults, that need no system before them: what
   * all systems that have such a name mean by it.
   *
   * @return possibly none; those that differ in case, {@code -} or {@code _} alone are left out
   */
  public final List<String> aliases() {
    return Catalogue.aliases(this);
  }

  /**
   * What other systems call the function, some of them with other defaults.
   *
   * @return possibly none
   */
  public final List<SystemName> systemNames() {
    return Catalogue.systemNames(this);
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
              Locale.ROOT,
              "%s takes %d parameter%s, %s, found %d: %s",
              name,
              parameters.size(),
              parameters.size() == 1 ? "" : "s",
              parameters,
              values.length,
              Arrays.toString(values)));
    }
    for (int i = 0; i < values.length; i++) {
      Parameter parameter = parameters.get(i);
      if (!parameter.legal().contains(values[i])) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s: %s must be a number in %s, found %s",
                name,
                parameter.name(),
                parameter.legal(),
                Double.isNaN(values[i]) ? "NaN, which is none" : Numbers.text(values[i])));
      }
    }
  }

  @Override
  public final String toString() {
    return name;
  }
}
