package dev.activations.generator.algorithms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.generator.Floats;
import dev.activations.generator.Interpreter;
import dev.activations.generator.expression.Uniform;
import dev.activations.generator.expression.Value;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** NaN, the infinities and the zeros, down to their signs. */
class SpecialValuesTest {
  private static final float INF = Float.POSITIVE_INFINITY;

  /** Values that are not zero are as close as at any other x. */
  private static final double ULPS = 2;

  private static final Value X = Value.input("x");
  private static final double PHI = 0.6554217416103242;
  private static final double SELU = 1.7580993408473768;

  /** The values at -infinity, -0, 0, infinity; then the derivatives at -infinity, 0, infinity. */
  @SuppressWarnings("unused") // by the test, by its name
  private static final List<Arguments> CASES =
      List.of(
          of("identity", p(), -INF, -0f, 0, INF, 1, 1, 1),
          of("relu", p(), 0, 0, 0, INF, 0, 0, 1),
          of("relu6", p(), 0, 0, 0, 6, 0, 0, 0),
          of("leaky_relu", p(0), -0f, -0f, 0, INF, 0, 0, 1),
          of("leaky_relu", p(1.25), -INF, -0f, 0, INF, 1.25, 1.25, 1),
          of("leaky_relu", p(-0.5), INF, 0, -0f, INF, -0.5, -0.5, 1),
          of("threshold", p(-0.5, 7), 7, -0f, 0, INF, 0, 1, 1),
          of("hard_sigmoid", p(1.25), 0, 0.5, 0.5, 1, 0, 0.4, 0),
          of("hard_tanh", p(-0.5, 7), -0.5, -0f, 0, 7, 0, 1, 0),
          of("softshrink", p(0.5), -INF, 0, 0, INF, 1, 0, 1),
          of("hardshrink", p(0.5), -INF, 0, 0, INF, 1, 0, 1),
          of("relu_squared", p(), 0, 0, 0, INF, 0, 0, INF),
          of("hard_swish", p(), 0, -0f, 0, INF, 0, 0.5, 1),
          of("sparse_plus", p(), 0, 0.25, 0.25, INF, 0, 0.5, 1),
          of("elu", p(1), -1, -0f, 0, INF, 0, 1, 1),
          of("elu", p(1.25), -1.25, -0f, 0, INF, 0, 1.25, 1),
          of("selu", p(), -SELU, -0f, 0, INF, 0, SELU, 1.0507009873554805),
          of("celu", p(1), -1, -0f, 0, INF, 0, 1, 1),
          of("celu", p(1.25), -1.25, -0f, 0, INF, 0, 1, 1),
          of("exp", p(), 0, 1, 1, INF, 0, 1, INF),
          of("gelu_erf", p(), -0f, -0f, 0, INF, -0f, 0.5, 1),
          of("laplace", p(-0.5, 1.25), 0, PHI, PHI, 1, 0, 0.29461611224265866, 0),
          of("laplace", p(0.3, 0x1p-20), 0, 0, 0, 1, 0, 0, 0),
          of("sigmoid", p(), 0, 0.5, 0.5, 1, 0, 0.25, 0),
          of("log_sigmoid", p(), -INF, -Math.log(2), -Math.log(2), -0f, 1, 0.5, 0),
          of("softplus", p(1), 0, Math.log(2), Math.log(2), INF, 0, 0.5, 1),
          of("softplus", p(0.01), 0, 100 * Math.log(2), 100 * Math.log(2), INF, 0, 0.5, 1),
          of("softplus", p(2), 0, Math.log(2) / 2, Math.log(2) / 2, INF, 0, 0.5, 1),
          of("silu", p(), -0f, -0f, 0, INF, -0f, 0.5, 1),
          of("swish", p(0), -INF, -0f, 0, INF, 0.5, 0.5, 0.5),
          of("swish", p(1), -0f, -0f, 0, INF, -0f, 0.5, 1),
          of("swish", p(1.25), -0f, -0f, 0, INF, -0f, 0.5, 1),
          of("quick_gelu", p(), -0f, -0f, 0, INF, -0f, 0.5, 1),
          of("gelu_tanh", p(), -0f, -0f, 0, INF, -0f, 0.5, 1),
          of("mish", p(), -0f, -0f, 0, INF, -0f, 0.6, 1),
          of("tanh", p(), -1, -0f, 0, 1, 0, 1, 0),
          of("tanhshrink", p(), -INF, -0f, 0, INF, 1, 0, 1),
          of("softcap", p(1.25), -1.25, -0f, 0, 1.25, 0, 1, 0),
          of("softsign", p(), -1, -0f, 0, 1, 0, 1, 0),
          of("squareplus", p(4), 0, 1, 1, INF, 0, 0.5, 1));

  private static List<Double> p(double... parameters) {
    return Arrays.stream(parameters).boxed().toList();
  }

  private static Arguments of(String name, List<Double> parameters, double... expected) {
    return Arguments.of(name, parameters, expected);
  }

  @ParameterizedTest(name = "{0} {1}")
  @FieldSource("CASES")
  void areThoseOfTheFunction(String name, List<Double> parameters, double[] expected) {
    List<Uniform> uniforms = parameters.stream().map(Uniform::of).toList();
    Algorithm algorithm = find(name);
    Interpreter value = Interpreter.ofX(algorithm.value().of(X, uniforms));
    Interpreter slope = Interpreter.ofX(algorithm.derivative().of(X, uniforms));
    assertThat(value.valueAt(Float.NaN)).isNaN();
    isValue(value, -INF, expected[0]);
    isValue(value, -0f, expected[1]);
    isValue(value, 0f, expected[2]);
    isValue(value, INF, expected[3]);
    assertThat(slope.valueAt(Float.NaN)).isNaN();
    isValue(slope, -INF, expected[4]);
    isValue(slope, -0f, expected[5]);
    isValue(slope, 0f, expected[5]);
    isValue(slope, INF, expected[6]);
  }

  private static void isValue(Interpreter function, float x, double expected) {
    float actual = function.valueAt(x);
    if (expected == 0 || Floats.ulps(actual, expected) > ULPS) {
      assertThat(Floats.text(actual)).as("at " + x).isEqualTo(Floats.text((float) expected));
    }
  }

  private static Algorithm find(String name) {
    return Algorithms.all().stream().filter(a -> a.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void noFunctionIsLeftOut() {
    assertThat(CASES.stream().map(arguments -> arguments.get()[0]).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(
            Algorithms.all().stream().map(Algorithm::name).collect(Collectors.toSet()));
  }
}
