package dev.activations.generator.algorithms;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.activations.catalogue.Catalogue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompletenessTest {
  private static void check(Map<String, List<Algorithm>> algorithms) {
    Completeness.check(Catalogue.families(), algorithms);
  }

  private static Map<String, List<Algorithm>> with(String family, List<Algorithm> algorithms) {
    Map<String, List<Algorithm>> all = new HashMap<>(Algorithms.families());
    all.put(family, algorithms);
    return all;
  }

  @Test
  void everyFunctionHasAnAlgorithmInItsFamily() {
    check(Algorithms.families());
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThatThrownBy(() -> check(with("Mish", List.of())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "mish: the catalogue expects one of 0 parameters in MishFunctions of the algorithms,"
                + " found none");
  }

  @Test
  void whatTheCatalogueDoesNotHaveIsNamed() {
    Algorithm other = Algorithm.of("wobble", x -> x, x -> x);
    assertThatThrownBy(() -> check(with("Wobbly", List.of(other))))
        .hasMessage(
            "wobble: the catalogue expects none of the algorithms, found one of 0 parameters in"
                + " WobblyFunctions");
  }

  @Test
  void anotherFamilyIsNamed() {
    Map<String, List<Algorithm>> moved = with("Gated", Algorithms.families().get("Mish"));
    moved.put("Mish", Algorithms.families().get("Gated"));
    assertThatThrownBy(() -> check(moved))
        .hasMessage(
            "gelu_tanh: the catalogue expects one of 0 parameters in GatedFunctions of the"
                + " algorithms, found one of 0 parameters in MishFunctions");
  }

  @Test
  void anotherNumberOfParametersIsNamed() {
    Algorithm of = Algorithm.of("mish", (x, p) -> x, (x, p) -> x);
    assertThatThrownBy(() -> check(with("Mish", List.of(of))))
        .hasMessage(
            "mish: the catalogue expects one of 0 parameters in MishFunctions of the algorithms,"
                + " found one of 1 parameters in MishFunctions");
  }
}
