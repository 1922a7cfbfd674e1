package dev.activations.generator.algorithms;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How each function of the catalogue is computed. */
public final class Algorithms {
  private static final Map<String, List<Algorithm>> FAMILIES = new LinkedHashMap<>();

  static {
    FAMILIES.put("PiecewiseLinear", PiecewiseLinearFunctions.all());
    FAMILIES.put("Shrinkage", ShrinkageFunctions.all());
    FAMILIES.put("PiecewiseQuadratic", PiecewiseQuadraticFunctions.all());
    FAMILIES.put("Exponential", ExponentialFunctions.all());
    FAMILIES.put("Gaussian", GaussianFunctions.all());
    FAMILIES.put("Logistic", LogisticFunctions.all());
    FAMILIES.put("Gated", GatedFunctions.all());
    FAMILIES.put("Mish", MishFunctions.all());
    FAMILIES.put("Tanh", TanhFunctions.all());
    FAMILIES.put("Algebraic", AlgebraicFunctions.all());
  }

  private Algorithms() {}

  /** All functions, by the catalogue's name of their family. */
  public static Map<String, List<Algorithm>> families() {
    return Collections.unmodifiableMap(FAMILIES);
  }

  /** All functions. */
  public static List<Algorithm> all() {
    return FAMILIES.values().stream().flatMap(List::stream).toList();
  }
}
