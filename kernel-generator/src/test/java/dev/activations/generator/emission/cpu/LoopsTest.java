package dev.activations.generator.emission.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.generator.algorithms.Algorithm;
import dev.activations.generator.expression.Operation;
import dev.activations.generator.expression.Program;
import dev.activations.generator.expression.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LoopsTest {
  /** Operations, loads and stores that C2 makes vectors of. */
  private static final int MOST = 14;

  private static final Value X = Value.input("x");

  private static Loops loops(Value... results) {
    return new Loops(Program.forPlainJava(List.of(results)));
  }

  /** n sums, one after the other. */
  private static Value chain(Value from, int n) {
    return n == 0 ? from : chain(from, n - 1).plus(n);
  }

  /** With one load and one store there is room for 12. */
  @Test
  void aLongLoopIsCut() {
    assertThat(loops(chain(X, 12)).loops()).extracting(List::size).containsExactly(12);
    assertThat(loops(chain(X, 13)).loops()).extracting(List::size).containsExactly(12, 1);
    assertThat(loops(chain(X, 25)).loops()).extracting(List::size).containsExactly(12, 12, 1);
  }

  /** Constants and uniforms cost nothing, inputs and results do. */
  @Test
  void loadsAndStoresCount() {
    Value inputs = X.times(Value.input("y")).times(Value.input("z"));
    Value uniforms = X.times(Value.uniform("u")).times(Value.uniform("v"));
    assertThat(loops(chain(inputs, 8)).loops()).extracting(List::size).containsExactly(10);
    assertThat(loops(chain(inputs, 9)).loops()).extracting(List::size).containsExactly(10, 1);
    assertThat(loops(chain(uniforms, 10)).loops()).extracting(List::size).containsExactly(12);
    assertThat(loops(chain(X, 11), chain(X, 3)).loops()).extracting(List::size).containsExactly(11);
    assertThat(loops(chain(X, 12), chain(X, 3)).loops())
        .extracting(List::size)
        .containsExactly(11, 1);
  }

  @Test
  void choicesHaveLoopsOfTheirOwn() {
    Value twice = X.times(2);
    Value choice = twice.ifLess(3, X, twice);
    Value sign = choice.withSignOf(X);
    assertThat(loops(sign.plus(1)).loops())
        .containsExactly(List.of(twice), List.of(choice, sign), List.of(sign.plus(1)));
    assertThat(loops(X.withSignOf(twice)).loops())
        .containsExactly(List.of(twice), List.of(X.withSignOf(twice)));
    assertThat(loops(X.ifLess(0, X, twice.negate())).loops()).hasSize(2);
  }

  /** The negation is of an input, so it waits for the loop that needs it and takes no array. */
  @Test
  void arithmeticWaitsUntilItIsNeeded() {
    Value choice = X.ifLess(0, X, Value.of(1));
    Value late = X.negate();
    Loops loops = loops(choice.plus(late));
    assertThat(loops.loops()).containsExactly(List.of(choice), List.of(late, choice.plus(late)));
    assertThat(loops.leavesItsLoop(late)).isFalse();
    assertThat(loops.leavesItsLoop(choice)).isTrue();
    assertThat(loops.lastUse(choice)).isEqualTo(1);
  }

  /** One operand stored instead of the result is as good, two are not. */
  @Test
  void arithmeticDoesNotWaitWhereThatTakesMoreArrays() {
    Value choice = X.ifLess(0, X, Value.of(1));
    Value a = X.times(2);
    Value b = X.times(3);
    Value of = a.minus(b);
    assertThat(loops(choice.plus(of)).loops())
        .containsExactly(List.of(a, b, of), List.of(choice), List.of(choice.plus(of)));
    Value root = a.squareRoot();
    assertThat(loops(choice.plus(root)).loops())
        .containsExactly(List.of(choice), List.of(a, root, choice.plus(root)));
  }

  @Test
  void whatALoopReads() {
    Value factor = Value.uniform("f");
    Value twice = X.times(2);
    Value choice = twice.ifLess(factor, X, twice);
    Loops loops = loops(choice);
    assertThat(loops.reads(0)).containsExactly(X);
    assertThat(loops.reads(1)).containsExactly(twice, factor, X);
  }

  @ParameterizedTest
  @MethodSource("dev.activations.generator.algorithms.Algorithms#all")
  void ofEveryAlgorithm(Algorithm algorithm) {
    Value slope = algorithm.derivative().of(X, algorithm.uniforms());
    areRight(Program.forPlainJava(List.of(algorithm.value().of(X, algorithm.uniforms()))));
    areRight(Program.forPlainJava(List.of(slope)));
    areRight(Program.forPlainJava(List.of(slope.times(Value.input("dy")))));
  }

  @Test
  void ofEveryRowKernel() {
    for (Kernel kernel : RowKernelSet.all()) {
      areRight(kernel.forPlainJava());
    }
  }

  private static void areRight(Program program) {
    Loops loops = new Loops(program);
    Set<Value> computed = new HashSet<>();
    for (List<Value> loop : loops.loops()) {
      assertThat(loop.stream().map(node -> node.operation().isScalar()).distinct())
          .as("either arithmetic or choices")
          .hasSize(1);
      assertThat(loop.size() == 1 ? 0 : cost(loop, program)).isLessThanOrEqualTo(MOST);
      for (Value node : loop) {
        assertThat(node.operands())
            .as("computed before")
            .allMatch(operand -> operand.operation().isLeaf() || computed.contains(operand));
        assertThat(computed.add(node)).as("computed once").isTrue();
      }
    }
    assertThat(computed).hasSize((int) program.size());
  }

  private static int cost(List<Value> loop, Program program) {
    Set<Value> loads = new HashSet<>();
    int stores = 0;
    for (Value node : loop) {
      for (Value operand : node.operands()) {
        boolean free =
            operand.operation() == Operation.CONSTANT || operand.operation() == Operation.UNIFORM;
        if (!free && !loop.contains(operand)) {
          loads.add(operand);
        }
      }
      boolean read =
          program.nodes().stream()
              .anyMatch(user -> user.operands().contains(node) && !loop.contains(user));
      stores += read || program.results().contains(node) ? 1 : 0;
    }
    return loop.size() + loads.size() + stores;
  }
}
