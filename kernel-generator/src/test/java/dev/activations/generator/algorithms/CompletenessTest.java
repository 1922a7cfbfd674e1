package dev.activations.generator.algorithms;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.activations.catalogue.Catalogue;
import dev.activations.catalogue.FunctionEntry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompletenessTest {
  private final List<FunctionEntry> functions = new ArrayList<>(Catalogue.functions());
  private final List<Algorithm> algorithms = new ArrayList<>(Algorithms.all());

  @Test
  void theCatalogueIsCovered() {
    Completeness.check(functions, algorithms);
  }

  @Test
  void aFunctionWithoutAnAlgorithmIsNamed() {
    for (FunctionEntry function : functions) {
      List<Algorithm> others = new ArrayList<>(algorithms);
      others.removeIf(algorithm -> algorithm.name().equals(function.name()));
      assertThatThrownBy(() -> Completeness.check(functions, others))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "no algorithm computes '%s', which the catalogue has: add one to Algorithms",
              function.name());
    }
  }

  @Test
  void anAlgorithmOfNoFunctionIsNamed() {
    functions.removeIf(function -> function.name().equals("tanh"));
    refused("Algorithms has 'tanh', and the catalogue has no such function: add it there, or");
  }

  @Test
  void anAlgorithmThatIsThereTwiceIsNamed() {
    algorithms.add(algorithm("softcap"));
    refused("Algorithms has 'softcap' twice: expected one algorithm");
  }

  @Test
  void parametersAreCounted() {
    Algorithm elu = algorithm("elu");
    algorithms.remove(elu);
    algorithms.add(new Algorithm("elu", 2, elu.value(), elu.derivative(), elu.known()));
    refused("the algorithm of 'elu' takes 2 parameters: expected 1, as the catalogue has");
  }

  private void refused(String message) {
    assertThatThrownBy(() -> Completeness.check(functions, algorithms))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(message);
  }

  private Algorithm algorithm(String name) {
    return algorithms.stream()
        .filter(algorithm -> algorithm.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
