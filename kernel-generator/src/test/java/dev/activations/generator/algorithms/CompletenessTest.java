package dev.activations.generator.algorithms;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.activations.catalogue.Catalogue;
import dev.activations.catalogue.FunctionEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompletenessTest {
  private final Map<String, List<FunctionEntry>> functions = copy(Catalogue.families());
  private final Map<String, List<Algorithm>> algorithms = copy(Algorithms.families());

  private static <T> Map<String, List<T>> copy(Map<String, List<T>> families) {
    Map<String, List<T>> copy = new LinkedHashMap<>();
    families.forEach((family, all) -> copy.put(family, new ArrayList<>(all)));
    return copy;
  }

  @Test
  void theCatalogueIsCovered() {
    Completeness.check(functions, algorithms);
  }

  @Test
  void aFunctionWithoutAnAlgorithmIsNamed() {
    functions.forEach(
        (family, entries) -> {
          for (FunctionEntry function : entries) {
            Map<String, List<Algorithm>> others = copy(algorithms);
            others.get(family).removeIf(algorithm -> algorithm.name().equals(function.name()));
            assertThatThrownBy(() -> Completeness.check(functions, others))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                    "no algorithm computes '%s', which the catalogue has: add one to %sFunctions",
                    function.name(), family);
          }
        });
  }

  @Test
  void anAlgorithmOfNoFunctionIsNamed() {
    functions.get("Tanh").removeIf(function -> function.name().equals("tanh"));
    refused(
        "TanhFunctions has an algorithm of 'tanh', and the catalogue has no such function: add it"
            + " there, or");
  }

  @Test
  void anAlgorithmThatIsThereTwiceIsNamed() {
    algorithms.get("Mish").add(algorithm("Tanh", "softcap"));
    refused("there are two algorithms of 'softcap': expected one");
  }

  @Test
  void anAlgorithmInAnotherFamilyIsNamed() {
    Algorithm mish = algorithm("Mish", "mish");
    algorithms.get("Mish").remove(mish);
    algorithms.get("Gated").add(mish);
    refused("the algorithm of 'mish' stands in GatedFunctions: expected MishFunctions, as in the");
  }

  @Test
  void parametersAreCounted() {
    Algorithm elu = algorithm("Exponential", "elu");
    algorithms.get("Exponential").remove(elu);
    algorithms
        .get("Exponential")
        .add(new Algorithm("elu", 2, elu.value(), elu.derivative(), elu.known()));
    refused("the algorithm of 'elu' takes 2 parameters: expected 1, as the catalogue has");
  }

  private void refused(String message) {
    assertThatThrownBy(() -> Completeness.check(functions, algorithms))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(message);
  }

  private Algorithm algorithm(String family, String name) {
    return algorithms.get(family).stream()
        .filter(algorithm -> algorithm.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
