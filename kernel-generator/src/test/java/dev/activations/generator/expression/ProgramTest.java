package dev.activations.generator.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.generator.algorithms.Algorithm;
import dev.activations.generator.algorithms.Algorithms;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProgramTest {
  private static final Value X = Value.input("x");
  private static final Value Y = Value.input("y");

  @Test
  void operandsFirstAndEachOnce() {
    Value square = X.times(X);
    Value sum = square.plus(1);
    Program program = Program.forVectors(List.of(sum.over(square.minus(Y))));
    assertThat(program.nodes())
        .containsExactly(
            X, square, Value.of(1), sum, Y, square.minus(Y), sum.over(square.minus(Y)));
    assertThat(program.size()).isEqualTo(4);
  }

  @Test
  void resultsKeepTheirOrderEvenWhenOneIsPartOfAnother() {
    Value sum = X.plus(Y);
    Value twice = sum.plus(sum);
    Program program = Program.forVectors(List.of(twice, sum, X, twice));
    assertThat(program.results()).containsExactly(twice, sum, X, twice);
    assertThat(program.nodes()).containsExactly(X, Y, sum, twice);
  }

  @Test
  void oneOfTwoWays() {
    Value vector = X.withSignOf(Y);
    Value plain = X.times(Y);
    Value after = vector.orPlainly(plain).plus(1);
    assertThat(Program.forVectors(List.of(after)).nodes())
        .containsExactly(X, Y, vector, Value.of(1), vector.plus(1));
    assertThat(Program.forPlainJava(List.of(after)).nodes())
        .containsExactly(X, Y, plain, Value.of(1), plain.plus(1));
  }

  /** Also where a way has two ways itself, and where what remains is there already. */
  @Test
  void waysWithinWays() {
    Value inner = X.abs().orPlainly(X.negate());
    Value outer = inner.plus(1).orPlainly(inner.minus(1));
    Program plain = Program.forPlainJava(List.of(outer, X.negate()));
    assertThat(plain.nodes()).containsExactly(X, X.negate(), Value.of(1), X.negate().minus(1));
    assertThat(plain.results()).containsExactly(X.negate().minus(1), X.negate());
  }

  @Test
  void ofEveryAlgorithm() {
    for (Algorithm algorithm : Algorithms.all()) {
      Value slope = algorithm.derivative().of(X, algorithm.uniforms());
      Value value = algorithm.value().of(X, algorithm.uniforms());
      isInOrder(Program.forVectors(List.of(value, slope)));
      isInOrder(Program.forPlainJava(List.of(value, slope)));
    }
  }

  private static void isInOrder(Program program) {
    Set<Value> before = new HashSet<>();
    for (Value node : program.nodes()) {
      assertThat(node.operation()).isNotEqualTo(Operation.EITHER);
      assertThat(before).containsAll(node.operands());
      assertThat(before.add(node)).as("taken once").isTrue();
    }
    assertThat(before).containsAll(program.results());
  }
}
