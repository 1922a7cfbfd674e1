package dev.activations.generator.emission.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.activations.generator.Floats;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the source for functions and for constants. */
class NamesAndNumbersTest {
  @Test
  void literalsAreExactlyTheFloat() {
    for (float value : Floats.mixed(5000)) {
      if (Float.isFinite(value)) {
        String literal = Literals.of(value);
        assertThat(literal).matches("-?0x[01]\\.[0-9a-f]+p-?[0-9]+f");
        assertThat(Float.parseFloat(literal)).isEqualTo(value);
      }
    }
    assertThat(List.of(Literals.of(-0f), Literals.of(1 / 3f), Literals.of(Float.MIN_VALUE)))
        .containsExactly("-0x0.0p0f", "0x1.555556p-2f", "0x0.000002p-126f");
  }

  /** Java has no literal for them, and no algorithm a reason to. */
  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void whatIsNotFiniteIsRefused(float value) {
    assertThatThrownBy(() -> Literals.of(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a constant has to be finite, found " + value);
  }

  /** The number is asked for before the kernels of any number, in whatever order they come. */
  @Test
  void theLibraryAsksForNumbersFirst() {
    List<LibraryClass.Entry> entries =
        List.of(
            new LibraryClass.Entry("tanh", OptionalDouble.empty(), "Tanh"),
            new LibraryClass.Entry("swish", OptionalDouble.empty(), "Swish"),
            new LibraryClass.Entry("swish", OptionalDouble.of(0), "SwishOf0"),
            new LibraryClass.Entry("swish", OptionalDouble.of(1), "SwishOf1"));
    assertThat(LibraryClass.source("plain", entries))
        .isEqualTo(
            """
            package dev.activations.cpu.plain;

            import dev.activations.cpu.kernels.ElementwiseKernels;

            /** Generated from the algorithms of kernel-generator: change them there. */
            final class Functions {
              private Functions() {}

              /** The kernels of a function, or null. */
              static ElementwiseKernels find(String function, double[] parameters) {
                switch (function) {
                  case "tanh":
                    return new Tanh();
                  case "swish":
                    if (parameters[0] == 0.0) {
                      return new SwishOf0();
                    }
                    if (parameters[0] == 1.0) {
                      return new SwishOf1();
                    }
                    return new Swish();
                  default:
                    return null;
                }
              }
            }
            """);
  }
}
