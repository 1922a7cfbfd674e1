package dev.activations.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.Activation;
import dev.activations.RowOperation;
import dev.activations.catalogue.Catalogue;
import dev.activations.catalogue.FunctionEntry;
import dev.activations.catalogue.RowEntry;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Adding a function and leaving out one of its places turns one of these red, by its name. */
class CatalogueTest {
  static Stream<FunctionEntry> functions() {
    return Catalogue.functions().stream();
  }

  static Stream<RowEntry> rowOperations() {
    return Catalogue.rowOperations().stream();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void everyFunctionWithDefaultsIsAConstantOfActivation(FunctionEntry entry)
      throws ReflectiveOperationException {
    if (entry.hasDefaults()) {
      String constant = entry.name().toUpperCase(Locale.ROOT);
      assertThat(Arrays.stream(Activation.class.getFields()).map(field -> field.getName()))
          .as("public static final Activation %s = of(\"%s\")", constant, entry.name())
          .contains(constant);
      assertThat(Activation.class.getField(constant).get(null))
          .isEqualTo(Activation.of(entry.name()));
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void everyFunctionWithParametersHasAFactoryInActivation(FunctionEntry entry)
      throws ReflectiveOperationException {
    int count = entry.parameters().size();
    if (count > 0) {
      String name = camelCase(entry.name());
      Class<?>[] types = new Class<?>[count];
      Arrays.fill(types, double.class);
      assertThat(Arrays.stream(Activation.class.getMethods()).map(Method::getName))
          .as("public static Activation %s(%d doubles)", name, count)
          .contains(name);
      for (double[] example : entry.examples()) {
        Object[] values = Arrays.stream(example).boxed().toArray();
        assertThat(Activation.class.getMethod(name, types).invoke(null, values))
            .isEqualTo(Activation.of(entry.name(), example));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("rowOperations")
  void everyRowOperationIsAConstant(RowEntry entry) throws ReflectiveOperationException {
    String constant = entry.name().toUpperCase(Locale.ROOT);
    assertThat(RowOperation.class.getField(constant).get(null))
        .hasToString(entry.name())
        .extracting(f -> ((RowOperation) f).kind().name())
        .isEqualTo(constant);
  }

  @Test
  void theCatalogueHasWhatItPromises() {
    assertThat(Catalogue.functions().stream().map(FunctionEntry::name))
        .contains(
            ("identity relu relu6 leaky_relu threshold elu selu celu gelu_erf gelu_tanh quick_gelu"
                    + " sigmoid log_sigmoid hard_sigmoid tanh hard_tanh tanhshrink silu swish"
                    + " hard_swish mish softplus softsign softshrink hardshrink relu_squared"
                    + " squareplus sparse_plus softcap exp laplace")
                .split(" ", -1));
    assertThat(Catalogue.function("torch.nn.GELU").name()).isEqualTo("gelu_erf");
  }

  @Test
  void theSuiteRunsEveryRowOperation() {
    assertThat(RowCases.OPERATIONS.stream().map(RowOperation::name).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Catalogue.rowOperations().stream().map(RowEntry::name).toList());
  }

  private static String camelCase(String name) {
    StringBuilder camel = new StringBuilder();
    for (String word : name.split("_", -1)) {
      camel.append(
          camel.length() == 0
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return camel.toString();
  }
}
