package dev.activations.tornado.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.activations.Activation;
import dev.activations.catalogue.Catalogue;
import dev.activations.catalogue.FunctionEntry;
import dev.activations.conformance.Functions;
import dev.activations.conformance.Inputs;
import dev.activations.reference.Ulp;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every float32 function of the kernels against the catalogue's definition in double. */
class FunctionsTest {
  private static final boolean THOROUGH = Boolean.getBoolean("activations.thorough");
  private static final int RANDOM = THOROUGH ? 200_000 : 40_000;
  private static final int COARSER = THOROUGH ? 1 : 4;
  private static final long SEED = 20261124;

  @TestFactory
  Stream<DynamicTest> staysWithinItsErrorBound() {
    return cases(
        (f, derivative) -> {
          FloatFunction function = FloatFunction.of(f, derivative);
          for (float x : Inputs.floats(f, RANDOM, SEED)) {
            check(f, derivative, function, x);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> staysWithinItsErrorBoundAlongTheLine() {
    return cases(
        (f, derivative) -> {
          FloatFunction function = FloatFunction.of(f, derivative);
          sweep(f, derivative, function, 3f, COARSER * 0x1p-14f);
          sweep(f, derivative, function, 24f, COARSER * 0x1.1p-10f);
          sweep(f, derivative, function, 240f, COARSER * 0x1.1p-7f);
          for (float x = Float.MIN_VALUE; x < Float.MAX_VALUE; x *= 1.37f) {
            check(f, derivative, function, x);
            check(f, derivative, function, -x);
            // The smallest ones grow by less than half a unit.
            x = Math.nextUp(x);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> everyFunctionOfTheCatalogueHasItsMethods() {
    return Catalogue.functions().stream()
        .map(entry -> DynamicTest.dynamicTest(entry.name(), () -> hasItsMethods(entry)));
  }

  private static void hasItsMethods(FunctionEntry entry) {
    String stem = FloatFunction.stem(entry);
    List<Method> value = FloatFunction.methods(stem).toList();
    List<Method> derivative = FloatFunction.methods(stem + "Derivative").toList();
    List<Method> parameters = FloatFunction.methods(stem + "Parameters").toList();
    assertThat(value).hasSize(1);
    assertThat(derivative).hasSize(1);
    assertThat(derivative.get(0).getParameterTypes())
        .isEqualTo(value.get(0).getParameterTypes())
        .containsOnly(float.class);
    assertThat(parameters).hasSize(entry.parameters().isEmpty() ? 0 : 1);
    if (!parameters.isEmpty()) {
      assertThat(parameters.get(0).getParameterTypes())
          .hasSize(entry.parameters().size())
          .containsOnly(double.class);
    }
    for (double[] example : entry.examples()) {
      assertThat(FloatFunction.parameters(stem, example))
          .hasSize(value.get(0).getParameterCount() - 1);
    }
    for (Method method : List.of(value.get(0), derivative.get(0))) {
      MaxError bound = method.getAnnotation(MaxError.class);
      assertThat(bound).as(method + " says its error").isNotNull();
      assertThat(bound.ulps()).isBetween(0.0, 4.0);
      assertThat(bound.floor()).isBetween(0.0, 0x1p-22);
    }
  }

  /** Compares one value; a failure tells all that one needs to see it again. */
  static void check(Activation f, boolean derivative, FloatFunction function, float x) {
    float actual = function.at(x);
    double expected = derivative ? f.derivative(x) : f.value(x);
    double error = Ulp.error(actual, expected);
    MaxError bound = function.bound();
    if (error > bound.ulps() && !(Math.abs(actual - expected) <= bound.floor())) {
      fail(
          "%s%s at x = %s (%s): expected %s (%s), found %s (%s), %.3f ULP away, bound %s",
          f,
          derivative ? " derivative" : "",
          x,
          Float.toHexString(x),
          expected,
          Float.toHexString((float) expected),
          actual,
          Float.toHexString(actual),
          error,
          bound.ulps());
    }
  }

  private static void sweep(
      Activation f, boolean derivative, FloatFunction function, float end, float step) {
    for (float x = -end; x <= end; x += step) {
      check(f, derivative, function, x);
    }
  }

  private interface Case {
    void run(Activation f, boolean derivative);
  }

  private static Stream<DynamicTest> cases(Case test) {
    List<DynamicTest> tests = new ArrayList<>();
    for (Activation f : Functions.all()) {
      for (boolean derivative : new boolean[] {false, true}) {
        String name = f + (derivative ? " derivative" : "");
        tests.add(DynamicTest.dynamicTest(name, () -> test.run(f, derivative)));
      }
    }
    return tests.stream();
  }
}
