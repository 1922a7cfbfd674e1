package dev.activations.generator.emission.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.activations.catalogue.Catalogue;
import dev.activations.catalogue.FunctionEntry;
import dev.activations.generator.emission.SourceFolder;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found in classes of scalar functions, and what is wrong with some. */
class ScalarFunctionsTest {
  @Retention(RetentionPolicy.RUNTIME)
  private @interface MaxError {
    double ulps();

    double floor() default 0;
  }

  static final class GoodFunctions {
    private GoodFunctions() {}

    @MaxError(ulps = 1.5, floor = 0x1p-32)
    public static float swish(float x, float beta, float width) {
      return x;
    }

    @MaxError(ulps = 2)
    public static float swishDerivative(float x, float beta, float width) {
      return x;
    }

    public static float[] swishParameters(double beta) {
      return new float[2];
    }

    @MaxError(ulps = 0)
    public static float relu(float x) {
      return x;
    }

    @MaxError(ulps = 0)
    public static float reluDerivative(float x) {
      return x;
    }

    static float helper(float x) {
      return x;
    }
  }

  static final class NoDerivativeFunctions {
    private NoDerivativeFunctions() {}

    @MaxError(ulps = 0)
    public static float relu(float x) {
      return x;
    }
  }

  static final class OtherFloatsFunctions {
    private OtherFloatsFunctions() {}

    @MaxError(ulps = 0)
    public static float relu(float x, float a) {
      return x;
    }

    @MaxError(ulps = 0)
    public static float reluDerivative(float x, float b) {
      return x;
    }
  }

  static final class NotPublicFunctions {
    private NotPublicFunctions() {}

    @MaxError(ulps = 0)
    static float relu(float x) {
      return x;
    }
  }

  static final class OfDoubleFunctions {
    private OfDoubleFunctions() {}

    @MaxError(ulps = 0)
    public static float relu(double x) {
      return (float) x;
    }
  }

  static final class NoParametersFunctions {
    private NoParametersFunctions() {}

    @MaxError(ulps = 0)
    public static float swish(float x, float beta) {
      return x;
    }

    @MaxError(ulps = 0)
    public static float swishDerivative(float x, float beta) {
      return x;
    }
  }

  static final class UnknownFunctions {
    private UnknownFunctions() {}

    @MaxError(ulps = 0)
    public static float wobble(float x) {
      return x;
    }
  }

  private static List<ScalarFunction> read(Class<?> type, String... functions) {
    List<FunctionEntry> entries = Stream.of(functions).map(Catalogue::function).toList();
    return new ScalarFunctions(new Family("Good"), type).of(entries);
  }

  @Test
  void methodsBelongToFunctionsByTheirNames() {
    List<ScalarFunction> found = read(GoodFunctions.class, "swish", "relu");
    assertThat(found).extracting(f -> f.entry().name()).containsExactly("relu", "swish");
    ScalarFunction swish = found.get(1);
    assertThat(swish.family().kernels()).isEqualTo("GoodKernels");
    assertThat(swish.floats()).containsExactly("beta", "width");
    assertThat(swish.value()).isEqualTo(new Bound(1.5, 0x1p-32));
    assertThat(swish.derivative()).isEqualTo(new Bound(2, 0));
    assertThat(swish.call(true, "x.get(i)"))
        .isEqualTo("GoodFunctions.swishDerivative(x.get(i), p0, p1)");
    assertThat(swish.parameters()).isEqualTo("GoodFunctions.swishParameters(p[0])");
    assertThat(swish.locals().toString())
        .isEqualTo(
            """
            float p0 = parameters.get(0); // beta
            float p1 = parameters.get(1); // width
            """);
    assertThat(found.get(0).parameters()).isEqualTo("new float[0]");
    assertThat(found.get(0).call(false, "x")).isEqualTo("GoodFunctions.relu(x)");
  }

  @Test
  void whatIsWrongIsNamed() {
    assertThatThrownBy(() -> read(NoDerivativeFunctions.class, "relu"))
        .hasMessage(
            "NoDerivativeFunctions: relu: expected one method reluDerivative with @MaxError,"
                + " found 0");
    assertThatThrownBy(() -> read(OtherFloatsFunctions.class, "relu"))
        .hasMessage("OtherFloatsFunctions: relu: its value takes [a], its derivative [b]");
    assertThatThrownBy(() -> read(NotPublicFunctions.class, "relu"))
        .hasMessageStartingWith(
            "NotPublicFunctions: relu: expected public static float relu(float x, ...), found"
                + " static float");
    assertThatThrownBy(() -> read(OfDoubleFunctions.class, "relu"))
        .hasMessageStartingWith(
            "OfDoubleFunctions: relu: expected public static float relu(float x, ...), found");
    assertThatThrownBy(() -> read(NoParametersFunctions.class, "swish"))
        .hasMessage(
            "NoParametersFunctions: swish: the catalogue gives it 1 parameters; expected floats"
                + " after x, and public static float[] swishParameters of as many doubles, found"
                + " floats [beta] and no such method");
    assertThatThrownBy(() -> read(UnknownFunctions.class))
        .hasMessage(
            "UnknownFunctions.wobble has @MaxError, but the family Good of the catalogue has no such"
                + " function");
  }

  @Test
  void aFamilyWithoutAClassIsNamed(@TempDir Path folder) {
    DeviceKernels kernels = new DeviceKernels(new SourceFolder(folder));
    assertThatThrownBy(
            () -> kernels.write(Map.of("Wobbly", List.of()), getClass().getClassLoader()))
        .hasMessage(
            "the family Wobbly of the catalogue has no class"
                + " dev.activations.tornado.functions.WobblyFunctions");
    assertThat(folder).isEmptyDirectory();
  }
}
