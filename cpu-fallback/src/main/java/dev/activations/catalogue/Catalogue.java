package dev.activations.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All functions and row operations: the one source of truth from which the API, the listing, the
 * documentation, the tests and the benchmarks are made.
 */
public final class Catalogue {
  private static final Map<String, FunctionEntry> FUNCTIONS = new LinkedHashMap<>();
  private static final Map<String, RowEntry> ROW_OPERATIONS = new LinkedHashMap<>();
  private static final Map<String, CatalogueEntry> NAMES = new LinkedHashMap<>();

  static {
    List<FunctionEntry> functions = new ArrayList<>();
    PiecewiseLinear.define(functions);
    PiecewiseQuadratic.define(functions);
    ExponentialUnits.define(functions);
    GaussianUnits.define(functions);
    LogisticUnits.define(functions);
    TanhUnits.define(functions);
    AlgebraicUnits.define(functions);
    register(functions, FUNCTIONS);
    List<RowEntry> rows = new ArrayList<>();
    RowOperations.define(rows);
    register(rows, ROW_OPERATIONS);
  }

  private Catalogue() {}

  private static <E extends CatalogueEntry> void register(List<E> entries, Map<String, E> byName) {
    for (E entry : entries) {
      byName.put(entry.name(), entry);
      List<String> names = new ArrayList<>(entry.aliases());
      names.add(entry.name());
      for (String name : names) {
        if (NAMES.put(name, entry) != null) {
          throw new IllegalStateException("two catalogue entries are called " + name);
        }
      }
    }
  }

  /**
   * The elementwise functions.
   *
   * @return all of them, similar ones together
   */
  public static Collection<FunctionEntry> functions() {
    return Collections.unmodifiableCollection(FUNCTIONS.values());
  }

  /**
   * The row operations.
   *
   * @return all of them
   */
  public static Collection<RowEntry> rowOperations() {
    return Collections.unmodifiableCollection(ROW_OPERATIONS.values());
  }

  /**
   * Looks an entry up.
   *
   * @param name a name or an alias
   * @return the function or row operation of that name
   */
  public static Optional<CatalogueEntry> find(String name) {
    return Optional.ofNullable(NAMES.get(name));
  }

  /**
   * Looks an elementwise function up.
   *
   * @param name its name or an alias
   * @return the entry
   * @throws IllegalArgumentException that gives the nearest names when there is none
   */
  public static FunctionEntry function(String name) {
    return find(name)
        .filter(FunctionEntry.class::isInstance)
        .map(FunctionEntry.class::cast)
        .orElseThrow(() -> unknown("elementwise function", name, FUNCTIONS.keySet()));
  }

  /**
   * Looks a row operation up.
   *
   * @param name its name or an alias
   * @return the entry
   * @throws IllegalArgumentException that gives the nearest names when there is none
   */
  public static RowEntry rowOperation(String name) {
    return find(name)
        .filter(RowEntry.class::isInstance)
        .map(RowEntry.class::cast)
        .orElseThrow(() -> unknown("row operation", name, ROW_OPERATIONS.keySet()));
  }

  /**
   * The exception for a name that is not in the catalogue.
   *
   * @param name the unknown name
   * @return an exception that gives the nearest names
   */
  public static IllegalArgumentException unknown(String name) {
    return unknown("function", name, NAMES.keySet());
  }

  private static IllegalArgumentException unknown(
      String what, String name, Collection<String> known) {
    List<String> nearest = Spelling.nearest(name, known);
    return new IllegalArgumentException(
        String.format(
            "no %s is called '%s'%s",
            what,
            name,
            nearest.isEmpty()
                ? "; there are: " + String.join(", ", known)
                : ": did you mean " + String.join(" or ", nearest) + "?"));
  }
}
