package dev.activations.generator.emission.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.generator.Floats;
import dev.activations.generator.Interpreter;
import dev.activations.generator.algorithms.Algorithm;
import dev.activations.generator.algorithms.Algorithms;
import dev.activations.generator.expression.Program;
import dev.activations.generator.expression.Uniform;
import dev.activations.generator.expression.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is generated is compiled and run, and gives the bits that the algorithm has. */
class EmittedFunctionsTest {
  /** More than a block, which is 1024. */
  private static final int COUNT = 1040;

  private static final int X_FROM = 3;
  private static final int DY_FROM = 1;
  private static final int TO = 6;
  private static final Value X = Value.input("x");
  private static final Value DY = Value.input("dy");

  private record Call(Algorithm algorithm, List<Double> parameters) {
    Value value() {
      return algorithm.value().of(X, known());
    }

    Value slope() {
      return algorithm.derivative().of(X, known());
    }

    /** The same numbers as the expressions of the parameters are, folded by the generator. */
    private List<Uniform> known() {
      return parameters.stream().map(Uniform::of).toList();
    }
  }

  private static Stream<Arguments> calls() {
    return Stream.of(Target.values())
        .flatMap(target -> Algorithms.all().stream().map(all -> Arguments.of(target, all)));
  }

  private static List<Call> calls(Algorithm algorithm) {
    List<Call> calls = new ArrayList<>();
    algorithm.known().forEach(known -> calls.add(new Call(algorithm, List.of(known))));
    switch (algorithm.parameters()) {
      case 0 -> calls.add(new Call(algorithm, List.of()));
      case 1 -> calls.add(new Call(algorithm, List.of(0.7)));
      default -> calls.add(new Call(algorithm, List.of(-0.7, 1.3)));
    }
    return calls;
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("calls")
  void givesTheBitsOfTheAlgorithm(Target target, Algorithm algorithm) throws Exception {
    for (Call call : calls(algorithm)) {
      float[] x = Floats.mixed(COUNT);
      float[] dy = Floats.between(-3, 5, COUNT);
      compare(target, call, "forward", call.value(), x, dy);
      compare(target, call, "derivative", call.slope(), x, dy);
      compare(target, call, "backward", call.slope().times(DY), x, dy);
    }
  }

  private static void compare(
      Target target, Call call, String method, Value value, float[] x, float[] dy)
      throws Exception {
    Interpreter oracle =
        new Interpreter(
            Program.forVectors(List.of(value)), List.of("x", "dy"), Interpreter.NO_UNIFORMS);
    Loaded all = Loaded.all(target);
    Object kernels = all.find(call.algorithm().name(), call.parameters());
    Object f = all.activation(call.parameters());
    boolean backward = method.equals("backward");
    float[] xs = at(X_FROM, x);
    float[] dys = at(DY_FROM, dy);
    float[] apart = new float[TO + COUNT + 1];
    float[] inPlace = backward ? dys.clone() : xs.clone();
    int placed = backward ? DY_FROM : X_FROM;
    if (backward) {
      run(all, kernels, method, f, xs, X_FROM, dys, DY_FROM, apart, TO);
      run(all, kernels, method, f, xs, X_FROM, inPlace, DY_FROM, inPlace, DY_FROM);
    } else {
      run(all, kernels, method, f, xs, X_FROM, apart, TO);
      run(all, kernels, method, f, inPlace, X_FROM, inPlace, X_FROM);
    }
    float[] expected = new float[COUNT];
    for (int i = 0; i < COUNT; i++) {
      expected[i] = oracle.valueAt(x[i], dy[i]);
    }
    String of = method + " of " + call.parameters();
    assertThat(Floats.differences(x, expected, apart, TO)).as(of).isEmpty();
    assertThat(Floats.differences(x, expected, inPlace, placed)).as(of + " in place").isEmpty();
    assertThat(apart).as("nothing beside").startsWith(new float[TO]).endsWith(0f);
  }

  private static void run(Loaded all, Object kernels, String method, Object f, Object... arrays)
      throws Exception {
    List<Object> arguments = new ArrayList<>(List.of(f, all.scratch()));
    arguments.addAll(List.of(arrays));
    arguments.add(COUNT);
    Loaded.call(kernels, method, arguments.toArray());
  }

  private static float[] at(int from, float[] values) {
    float[] array = new float[from + values.length + 1];
    System.arraycopy(values, 0, array, from, values.length);
    return array;
  }

  @ParameterizedTest
  @EnumSource(Target.class)
  void aNumberOfItsOwnHasKernelsOfItsOwn(Target target) throws Exception {
    assertThat(found(target, "swish", -0.0)).isEqualTo("SwishOf0");
    assertThat(found(target, "swish", 1.0)).isEqualTo("SwishOf1");
    assertThat(found(target, "swish", 1.5)).isEqualTo("Swish");
    assertThat(found(target, "gelu_erf")).isEqualTo("GeluErf");
    assertThat(Loaded.all(target).find("gelu", List.of())).isNull();
  }

  private static String found(Target target, String function, Double... parameters)
      throws Exception {
    return Loaded.all(target).find(function, List.of(parameters)).getClass().getSimpleName();
  }
}
