package dev.activations.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a name stands for: an entry of the catalogue, and the defaults of its parameters, which are
 * those of the system that the name comes from. Keras's {@code LeakyReLU} is {@code leaky_relu}
 * with 0.3 where the catalogue has 0.01. Immutable; equal when entry and defaults are.
 */
public final class Named {
  private final CatalogueEntry entry;

  /** One for each parameter; NaN where it has to be given. */
  private final double[] defaults;

  private Named(CatalogueEntry entry, double[] defaults) {
    this.entry = entry;
    this.defaults = defaults;
  }

  /** An entry with its own defaults. */
  static Named of(CatalogueEntry entry) {
    double[] defaults = new double[entry.parameters().size()];
    for (int i = 0; i < defaults.length; i++) {
      defaults[i] = entry.parameters().get(i).defaultValue().orElse(Double.NaN);
    }
    return new Named(entry, defaults);
  }

  /** The same entry with another default of one parameter. */
  Named with(String parameter, double value) {
    for (int i = 0; i < defaults.length; i++) {
      if (entry.parameters().get(i).name().equals(parameter)) {
        double[] changed = defaults.clone();
        changed[i] = value;
        return new Named(entry, changed);
      }
    }
    throw new IllegalStateException(entry + " has no parameter " + parameter);
  }

  /**
   * The function or row operation.
   *
   * @return its entry
   */
  public CatalogueEntry entry() {
    return entry;
  }

  /**
   * The default of a parameter.
   *
   * @param index the place of the parameter in the entry
   * @return empty when it has to be given
   */
  public OptionalDouble defaultOf(int index) {
    return Double.isNaN(defaults[index])
        ? OptionalDouble.empty()
        : OptionalDouble.of(defaults[index]);
  }

  /**
   * The defaults of all parameters.
   *
   * @return those in the order of the entry; none when one has to be given
   */
  public double[] defaults() {
    boolean all = Arrays.stream(defaults).noneMatch(Double::isNaN);
    return all ? defaults.clone() : new double[0];
  }

  /**
   * Whether the defaults are those of the catalogue.
   *
   * @return false for a name of a system that has others
   */
  public boolean hasOwnDefaults() {
    return equals(of(entry));
  }

  /**
   * The defaults that are not those of the catalogue.
   *
   * @return such as {@code negative_slope=0.3}; none for {@link #hasOwnDefaults}
   */
  public List<String> otherDefaults() {
    Named own = of(entry);
    List<String> others = new ArrayList<>();
    for (int i = 0; i < defaults.length; i++) {
      if (Double.compare(defaults[i], own.defaults[i]) != 0) {
        others.add(entry.parameters().get(i).name() + "=" + Numbers.text(defaults[i]));
      }
    }
    return others;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Named
        && entry == ((Named) other).entry
        && Arrays.equals(defaults, ((Named) other).defaults);
  }

  @Override
  public int hashCode() {
    return 31 * entry.name().hashCode() + Arrays.hashCode(defaults);
  }

  /** The step, such as {@code leaky_relu:negative_slope=0.3}. */
  @Override
  public String toString() {
    List<String> parts = otherDefaults();
    parts.add(0, entry.name());
    return String.join(":", parts);
  }
}
