package dev.activations;

import dev.activations.catalogue.Catalogue;
import dev.activations.catalogue.CatalogueEntry;
import dev.activations.catalogue.FunctionEntry;
import dev.activations.catalogue.Named;
import dev.activations.catalogue.RowEntry;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a {@link Pipeline}: an {@link Activation} or a {@link RowOperation}, parameters
 * bound.
 *
 * <p>In a stream of Java's serialization it is its text, {@link #toString}; the constants come back
 * as the same objects.
 */
public abstract class Step implements Serializable {
  private static final long serialVersionUID = 1;

  /** Made once, so that no call allocates. */
  private transient @Nullable Pipeline alone;

  /** Steps are the functions of the catalogue; there are no others. */
  Step() {}

  /** The pipeline of this step alone. */
  final Pipeline alone() {
    Pipeline known = alone;
    if (known == null) {
      known = new Pipeline(this);
      alone = known;
    }
    return known;
  }

  /**
   * The examples that the catalogue has of a function or row operation: its defaults first, where
   * it has any, then other parameters that it is tried with.
   *
   * @param entry an entry of the catalogue
   * @return at least one step
   */
  public static List<Step> examplesOf(CatalogueEntry entry) {
    if (entry instanceof FunctionEntry) {
      return Collections.unmodifiableList(Activation.examplesOf((FunctionEntry) entry));
    }
    return Collections.singletonList(parse(entry.name()));
  }

  /**
   * What the catalogue says of the function.
   *
   * @return its entry
   */
  public abstract CatalogueEntry entry();

  /**
   * The name in the catalogue.
   *
   * @return such as {@code leaky_relu}
   */
  public final String name() {
    return entry().name();
  }

  /**
   * The value that a parameter is bound to.
   *
   * @param parameter a name of a parameter of {@link #entry()}
   * @return its value
   * @throws IllegalArgumentException when there is no such parameter
   */
  public abstract double parameter(String parameter);

  /**
   * The text that {@link #parse} turns into the same step, such as {@code
   * leaky_relu:negative_slope=0.2}; parameters at their defaults are left out.
   *
   * @return the text
   */
  @Override
  public abstract String toString();

  /**
   * Reads a step, such as {@code relu}, {@code threshold:threshold=1:value=0} or {@code
   * softmax:temperature=0.5}.
   *
   * @param text a name as {@link Catalogue#resolve} takes it, then {@code :parameter=value} any
   *     number of times; a parameter that is left out has the default of the system that the name
   *     comes from
   * @return the step
   * @throws IllegalArgumentException when the name or a parameter is unknown, a value is no number
   *     or outside its interval, or a parameter without default is missing; the message says what
   *     was expected
   */
  public static Step parse(String text) {
    StepText parts = StepText.split(text);
    Named named = Catalogue.resolve(parts.name());
    CatalogueEntry entry = named.entry();
    double[] values = parts.bind(named);
    if (entry instanceof FunctionEntry) {
      return Activation.of((FunctionEntry) entry, values);
    }
    return RowOperation.of((RowEntry) entry, values);
  }

  /**
   * What is written instead.
   *
   * @return the text
   */
  final Object writeReplace() {
    return SerialText.of(this);
  }

  /**
   * Nothing of ours is written like this.
   *
   * @param stream from elsewhere
   * @throws InvalidObjectException always
   */
  private void readObject(ObjectInputStream stream) throws InvalidObjectException {
    throw SerialText.missing(getClass());
  }

  /**
   * Nothing of ours is written like this.
   *
   * @throws InvalidObjectException always
   */
  private void readObjectNoData() throws InvalidObjectException {
    throw SerialText.missing(getClass());
  }
}
