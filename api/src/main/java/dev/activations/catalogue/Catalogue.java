package dev.activations.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * All functions and row operations: the one source of truth from which the API, the listing, the
 * documentation, the tests and the benchmarks are made.
 */
public final class Catalogue {
  private static final Map<String, List<FunctionEntry>> FAMILIES = new LinkedHashMap<>();
  private static final Map<String, FunctionEntry> FUNCTIONS = new LinkedHashMap<>();
  private static final Map<String, RowEntry> ROW_OPERATIONS = new LinkedHashMap<>();
  private static final List<CatalogueEntry> ENTRIES;
  private static final Names NAMES;

  static {
    family("PiecewiseLinear", PiecewiseLinearFunctions::define);
    family("Shrinkage", ShrinkageFunctions::define);
    family("PiecewiseQuadratic", PiecewiseQuadraticFunctions::define);
    family("Exponential", ExponentialFunctions::define);
    family("Gaussian", GaussianFunctions::define);
    family("Logistic", LogisticFunctions::define);
    family("Gated", GatedFunctions::define);
    family("Mish", MishFunctions::define);
    family("Tanh", TanhFunctions::define);
    family("Algebraic", AlgebraicFunctions::define);
    List<FunctionEntry> functions = new ArrayList<>();
    FAMILIES.values().forEach(functions::addAll);
    functions.forEach(entry -> FUNCTIONS.put(entry.name(), entry));
    List<RowEntry> rows = new ArrayList<>();
    RowOperations.define(rows);
    rows.forEach(entry -> ROW_OPERATIONS.put(entry.name(), entry));
    List<CatalogueEntry> all = new ArrayList<>(functions);
    all.addAll(rows);
    ENTRIES = Collections.unmodifiableList(all);
    NAMES = new Names(ENTRIES);
  }

  private Catalogue() {}

  private static void family(String name, Consumer<List<FunctionEntry>> definitions) {
    List<FunctionEntry> functions = new ArrayList<>();
    definitions.accept(functions);
    FAMILIES.put(name, Collections.unmodifiableList(functions));
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
   * The elementwise functions, by family. A family has the same name wherever its functions are
   * defined or computed: those of {@code Logistic} stand in classes {@code LogisticFunctions}.
   *
   * @return all of them, in the order of {@link #functions}
   */
  public static Map<String, List<FunctionEntry>> families() {
    return Collections.unmodifiableMap(FAMILIES);
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
   * Everything that the catalogue has.
   *
   * @return the elementwise functions, then the row operations
   */
  public static List<CatalogueEntry> entries() {
    return ENTRIES;
  }

  /**
   * What a name stands for. Case, {@code -} and {@code _} do not matter, and the names of PyTorch,
   * Keras, ONNX, JAX and Hugging Face are known, each with the defaults of its system: {@code
   * LogSoftmax}, {@code jax.nn.gelu}, {@code keras.layers.LeakyReLU}.
   *
   * @param name a name of the catalogue, or of another system, with or without its modules
   * @return the function or row operation, and its defaults
   * @throws IllegalArgumentException when the name is unknown, or means different functions in
   *     different systems; the message says which
   */
  public static Named resolve(String name) {
    return NAMES.resolve(Objects.requireNonNull(name, "name is null"));
  }

  /**
   * Looks an entry up.
   *
   * @param name a name as {@link #resolve} takes it
   * @return the function or row operation of that name; empty when there is none, when systems mean
   *     different functions by it, or when the system that it comes from has other defaults
   */
  public static Optional<CatalogueEntry> find(String name) {
    Set<Named> meanings = NAMES.meanings(name);
    return meanings.size() > 1
        ? Optional.empty()
        : meanings.stream().filter(Named::hasOwnDefaults).map(Named::entry).findFirst();
  }

  /**
   * Looks an elementwise function up.
   *
   * @param name a name as {@link #resolve} takes it
   * @return the entry
   * @throws IllegalArgumentException when there is none; the message says what was meant perhaps
   */
  public static FunctionEntry function(String name) {
    CatalogueEntry entry = resolve(name).entry();
    if (entry instanceof FunctionEntry) {
      return (FunctionEntry) entry;
    }
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "'%s' is a row operation, no elementwise function: it is RowOperation.%s",
            name,
            entry.name().toUpperCase(Locale.ROOT)));
  }

  /**
   * Looks a row operation up.
   *
   * @param name a name as {@link #resolve} takes it
   * @return the entry
   * @throws IllegalArgumentException when there is none; the message says what was meant perhaps
   */
  public static RowEntry rowOperation(String name) {
    CatalogueEntry entry = resolve(name).entry();
    if (entry instanceof RowEntry) {
      return (RowEntry) entry;
    }
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "'%s' is an elementwise function, no row operation: it is Activation.of(\"%s\")",
            name,
            entry.name()));
  }

  static List<String> aliases(CatalogueEntry entry) {
    return NAMES.aliases(entry);
  }

  static List<SystemName> systemNames(CatalogueEntry entry) {
    return NAMES.of(entry);
  }
}
