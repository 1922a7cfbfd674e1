package dev.activations.tornado.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.activations.Activation;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Parameters of all magnitudes, kinks that are no floats, and what is refused. */
class ParametersTest {
  private static final int POINTS = Boolean.getBoolean("activations.thorough") ? 20_000 : 4000;

  private static final double[] SCALES = {
    0x1p-100, 1.1e-28, 3.7e-11, 0.013, 0.7, 1.9, 123.4, 5.3e9, 9.1e27, 0x1p100
  };

  /** Functions whose one parameter is a width, so that x is to be of its size. */
  private static final String[] WIDTHS = {
    "celu", "softcap", "hard_sigmoid", "softshrink", "hardshrink"
  };

  @TestFactory
  Stream<DynamicTest> anyMagnitude() {
    List<DynamicTest> tests = new ArrayList<>();
    for (double scale : SCALES) {
      for (String name : WIDTHS) {
        tests.add(test(Activation.of(name, scale), scale));
      }
      for (String name : new String[] {"softplus", "swish"}) {
        tests.add(test(Activation.of(name, scale), 1 / scale));
      }
      tests.add(test(Activation.of("squareplus", scale), Math.sqrt(scale)));
      tests.add(test(Activation.of("laplace", scale, scale), scale));
      tests.add(test(Activation.of("laplace", 0, scale), scale));
      tests.add(test(Activation.of("elu", scale), 10));
      tests.add(test(Activation.of("leaky_relu", scale), 10));
      tests.add(test(Activation.of("leaky_relu", -scale), 10));
      tests.add(test(Activation.of("threshold", scale, -scale), scale));
      tests.add(test(Activation.of("threshold", -scale, scale), scale));
      tests.add(test(Activation.of("hard_tanh", -scale, scale), scale));
    }
    return tests.stream();
  }

  private static DynamicTest test(Activation f, double size) {
    return DynamicTest.dynamicTest(
        f.toString(),
        () -> {
          for (boolean derivative : new boolean[] {false, true}) {
            FloatFunction function = FloatFunction.of(f, derivative);
            SplittableRandom random = new SplittableRandom(7);
            for (int i = 0; i < POINTS; i++) {
              double spread =
                  i % 3 == 0 ? 200 : i % 3 == 1 ? 4 : Math.exp(-20 * random.nextDouble());
              float x = (float) (size * spread * (2 * random.nextDouble() - 1));
              FunctionsTest.check(f, derivative, function, x);
            }
            for (int i = -3; i <= 3; i++) {
              float x = (float) size + i * Math.ulp((float) size);
              FunctionsTest.check(f, derivative, function, x);
              FunctionsTest.check(f, derivative, function, -x);
            }
            for (float x : new float[] {0f, Float.MAX_VALUE, Float.POSITIVE_INFINITY}) {
              FunctionsTest.check(f, derivative, function, x);
              FunctionsTest.check(f, derivative, function, -x);
            }
            FunctionsTest.check(f, derivative, function, Float.NaN);
          }
        });
  }

  @Test
  void kinksStayBetweenTheSameFloats() {
    double above = 1 + 0x1p-40;
    double below = 1 - 0x1p-40;
    assertThat(threshold(above, 1f)).isZero();
    assertThat(threshold(above, Math.nextUp(1f))).isOne();
    assertThat(threshold(below, 1f)).isOne();
    assertThat(threshold(below, Math.nextDown(1f))).isZero();
    assertThat(threshold(-above, -1f)).isOne();
    assertThat(threshold(-below, -1f)).isZero();
  }

  private static float threshold(double threshold, float x) {
    float[] p = PiecewiseLinearFunctions.thresholdParameters(threshold, 0);
    return PiecewiseLinearFunctions.thresholdDerivative(x, p[0], p[1]);
  }

  @Test
  void magnitudesThatFloatCannotWorkWithAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExponentialFunctions.celuParameters(1e-40))
        .withMessage(
            "alpha: float32 kernels take 2^-100 to 2^100, found 1.0E-40; use the cpu backend");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PiecewiseLinearFunctions.leakyReluParameters(-1e40))
        .withMessage(
            "negative_slope: float32 kernels take 0 or a magnitude of 2^-100 to 2^100,"
                + " found -1.0E40; use the cpu backend");
    for (double bad : new double[] {1e300, -1e300, 1e-300, Double.NaN}) {
      assertThatIllegalArgumentException().isThrownBy(() -> GatedFunctions.swishParameters(bad));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> GaussianFunctions.laplaceParameters(bad, 1));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> GaussianFunctions.laplaceParameters(0, bad));
    }
  }
}
