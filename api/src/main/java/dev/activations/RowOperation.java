package dev.activations;

import dev.activations.catalogue.Catalogue;
import dev.activations.catalogue.RowEntry;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A function of whole rows with its parameters bound: softmax and its family, over the last axis.
 *
 * <p>No finite row overflows: exponentials whose sum would leave the range are computed with a
 * common factor taken out. A NaN in a row makes that whole row NaN; so does +infinity, and a row of
 * -infinity only (logsumexp gives the infinity). Other rows are never touched by a bad row.
 * Immutable; equal when kind and parameters are.
 */
public final class RowOperation extends Step {
  private static final long serialVersionUID = 1;

  /** Those with default parameters are one object each, the constants: made before these. */
  private static final Map<RowEntry, RowOperation> DEFAULTS = new ConcurrentHashMap<>();

  /** exp(x_i) / sum_j exp(x_j). */
  public static final RowOperation SOFTMAX = of("softmax");

  /** x_i - log(sum_j exp(x_j)). */
  public static final RowOperation LOG_SOFTMAX = of("log_softmax");

  /** exp(-x_i) / sum_j exp(-x_j). */
  public static final RowOperation SOFTMIN = of("softmin");

  /** log(sum_j exp(x_j)): one column. */
  public static final RowOperation LOGSUMEXP = of("logsumexp");

  /** Which of the four a row operation is. */
  public enum Kind {
    /** softmax. */
    SOFTMAX,
    /** log_softmax. */
    LOG_SOFTMAX,
    /** softmin. */
    SOFTMIN,
    /** logsumexp. */
    LOGSUMEXP
  }

  private final transient RowEntry entry;
  private final transient Kind kind;
  private final transient double[] parameters;

  private RowOperation(RowEntry entry, double... parameters) {
    entry.check(parameters);
    this.entry = entry;
    this.kind = kind(entry);
    this.parameters = parameters.clone();
  }

  private static Kind kind(RowEntry entry) {
    for (Kind kind : Kind.values()) {
      if (kind.name().equalsIgnoreCase(entry.name())) {
        return kind;
      }
    }
    throw new IllegalStateException("row operation " + entry + " has no Kind");
  }

  private static RowOperation of(String name) {
    RowEntry entry = Catalogue.rowOperation(name);
    return of(
        entry, entry.parameters().stream().mapToDouble(p -> p.defaultValue().orElse(1)).toArray());
  }

  static RowOperation of(RowEntry entry, double... parameters) {
    return StepText.areDefaults(entry, parameters)
        ? DEFAULTS.computeIfAbsent(entry, e -> new RowOperation(e, parameters))
        : new RowOperation(entry, parameters);
  }

  /**
   * softmax(x / temperature).
   *
   * @param temperature above 0: 1 is plain softmax, large values approach the uniform distribution
   * @return the operation
   * @throws IllegalArgumentException when the temperature is not positive and finite
   */
  public static RowOperation softmax(double temperature) {
    return of(SOFTMAX.entry, temperature);
  }

  /**
   * log(softmax(x / temperature)).
   *
   * @param temperature above 0
   * @return the operation
   * @throws IllegalArgumentException when the temperature is not positive and finite
   */
  public static RowOperation logSoftmax(double temperature) {
    return of(LOG_SOFTMAX.entry, temperature);
  }

  /**
   * softmax(-x / temperature).
   *
   * @param temperature above 0
   * @return the operation
   * @throws IllegalArgumentException when the temperature is not positive and finite
   */
  public static RowOperation softmin(double temperature) {
    return of(SOFTMIN.entry, temperature);
  }

  /**
   * Which operation it is.
   *
   * @return the kind
   */
  public Kind kind() {
    return kind;
  }

  /**
   * What x is divided by first.
   *
   * @return 1 for logsumexp
   */
  public double temperature() {
    return parameters.length == 0 ? 1 : parameters[0];
  }

  @Override
  public Saved saved() {
    return kind == Kind.LOGSUMEXP ? Saved.INPUT : Saved.OUTPUT;
  }

  @Override
  public boolean isElementwise() {
    return false;
  }

  @Override
  public int outputColumns(int columns) {
    return kind == Kind.LOGSUMEXP ? 1 : columns;
  }

  @Override
  ErrorBound bound(Direction direction) {
    return ErrorBound.ofUlps(entry.ulps()).orOfTerms(entry.condition());
  }

  @Override
  Operand[] backwardOperands(Pipeline self) {
    return new Operand[] {
      Operand.likeInput("saved", false, "the input of ", this),
      Operand.likeOutput("dy", false, self, "the output of ", this),
      Operand.likeInput("dx", true, "the input of ", this)
    };
  }

  @Override
  public RowEntry entry() {
    return entry;
  }

  @Override
  public double parameter(String parameter) {
    return StepText.parameter(entry, parameters, parameter);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RowOperation
        && kind == ((RowOperation) other).kind
        && Arrays.equals(parameters, ((RowOperation) other).parameters);
  }

  @Override
  public int hashCode() {
    return 31 * kind.name().hashCode() + Arrays.hashCode(parameters);
  }

  @Override
  public String toString() {
    return StepText.join(entry, parameters);
  }
}
