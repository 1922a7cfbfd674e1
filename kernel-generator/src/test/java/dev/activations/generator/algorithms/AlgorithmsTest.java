package dev.activations.generator.algorithms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.generator.Floats;
import dev.activations.generator.Interpreter;
import dev.activations.generator.expression.Program;
import dev.activations.generator.expression.Uniform;
import dev.activations.generator.expression.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AlgorithmsTest {
  private static final int INPUTS = 4000;
  private static final Value X = Value.input("x");

  @Test
  void everyFunctionIsThereOnce() {
    List<String> names = Algorithms.all().stream().map(Algorithm::name).toList();
    assertThat(names).doesNotHaveDuplicates().hasSize(31);
    assertThat(names).allMatch(name -> name.matches("[a-z][a-z0-9]*(_[a-z0-9]+)*"));
  }

  @ParameterizedTest
  @MethodSource("dev.activations.generator.algorithms.Algorithms#all")
  void theTwoWaysHaveTheSameBits(Algorithm algorithm) {
    for (List<Uniform> parameters : parameters(algorithm)) {
      Value value = algorithm.value().of(X, parameters);
      Value slope = algorithm.derivative().of(X, parameters);
      Interpreter vectors = Interpreter.ofX(value, slope);
      Interpreter plain = Interpreter.ofXPlainly(value, slope);
      List<String> differences = new ArrayList<>();
      for (float x : Floats.mixed(INPUTS)) {
        float[] one = vectors.run(x);
        float[] other = plain.run(x);
        differences.addAll(Floats.differences(new float[] {x, x}, one, other, 0));
      }
      assertThat(differences).as("%s %s", algorithm.name(), parameters).isEmpty();
    }
  }

  private static List<List<Uniform>> parameters(Algorithm algorithm) {
    List<List<Uniform>> all = new ArrayList<>();
    algorithm.known().forEach(known -> all.add(List.of(Uniform.of(known))));
    switch (algorithm.parameters()) {
      case 0 -> all.add(List.of());
      case 1 -> all.add(List.of(Uniform.of(0.7)));
      default -> all.add(List.of(Uniform.of(-0.7), Uniform.of(1.3)));
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("dev.activations.generator.algorithms.Algorithms#all")
  void allParametersAreUsed(Algorithm algorithm) {
    Value value = algorithm.value().of(X, algorithm.uniforms());
    Value slope = algorithm.derivative().of(X, algorithm.uniforms());
    Set<String> used =
        Program.forVectors(List.of(value, slope)).nodes().stream()
            .flatMap(node -> names(node.text()).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> declared =
        algorithm.uniforms().stream().map(Uniform::source).collect(Collectors.toSet());
    assertThat(used).isEqualTo(declared);
  }

  private static List<String> names(String java) {
    List<String> names = new ArrayList<>();
    for (String word : java.split("\\W+", -1)) {
      if (word.matches("p[0-9]")) {
        names.add(word);
      }
    }
    return names;
  }
}
