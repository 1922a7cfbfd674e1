package dev.activations.tornado.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.catalogue.Catalogue;
import java.lang.reflect.Field;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The zeros of derivatives are the catalogue's, in two floats: a kernel cannot ask for them. */
class TurningPointsTest {
  @ParameterizedTest
  @CsvSource({
    "silu, Gated, ZERO",
    "gelu_tanh, Gated, TANH_ZERO",
    "gelu_erf, Gaussian, ZERO",
    "mish, Mish, ZERO"
  })
  void constantsAreTheZerosOfTheCatalogue(String function, String family, String name)
      throws ReflectiveOperationException {
    double zero = -Catalogue.function(function).turningPointAt().orElseThrow();
    float high = (float) zero;
    assertThat(constant(family, name)).isEqualTo(high);
    assertThat(constant(family, name + "_LOW")).isEqualTo((float) (zero - high));
  }

  private static float constant(String family, String name) throws ReflectiveOperationException {
    String type = TurningPointsTest.class.getPackageName() + "." + family + "Functions";
    Field field = Class.forName(type).getDeclaredField(name);
    field.setAccessible(true);
    return field.getFloat(null);
  }
}
