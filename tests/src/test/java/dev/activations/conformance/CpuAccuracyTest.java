package dev.activations.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.Activation;
import dev.activations.ErrorBound;
import dev.activations.Tensor;
import dev.activations.cpu.CpuBackend;
import dev.activations.reference.ReferenceFunction;
import dev.activations.reference.ReferenceValue;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every function and derivative of the CPU backend within its bound of the printed formula, which
 * is evaluated to 21 digits by code that knows nothing of the definitions; on a sample. What all
 * floats gave stands in {@code docs/accuracy.md}.
 */
class CpuAccuracyTest {
  private static final int INPUTS = Boolean.getBoolean("activations.thorough") ? 102_000 : 20_400;

  static List<Activation> functions() {
    return Functions.all();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void value(Activation f) {
    check(f, false);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void derivative(Activation f) {
    check(f, true);
  }

  private static void check(Activation f, boolean derivative) {
    Worst worst = measure(f, derivative);
    assertThat(worst.inputs()).isGreaterThanOrEqualTo(INPUTS * 98 / 100);
    assertThat(worst.ulps())
        .as("ULP of %s at x = %s", f, worst.where())
        .isLessThanOrEqualTo(bound(f, derivative).ulps());
  }

  private static ErrorBound bound(Activation f, boolean derivative) {
    try (CpuBackend cpu = CpuBackend.open()) {
      return derivative ? cpu.bound(f.derivative()) : cpu.bound(f.forward());
    }
  }

  private static Worst measure(Activation f, boolean derivative) {
    float[] x = Inputs.floats(f, INPUTS, 20261123);
    float[] y;
    try (CpuBackend cpu = CpuBackend.open();
        Tensor input = cpu.allocate(1, x.length, x);
        Tensor output = cpu.allocate(1, x.length)) {
      if (derivative) {
        cpu.derivative(f, input, output);
      } else {
        cpu.forward(f, input, output);
      }
      y = output.toArray();
    }
    ReferenceFunction reference =
        derivative ? ReferenceFunction.derivative(f) : ReferenceFunction.value(f);
    ErrorBound bound = bound(f, derivative);
    Worst worst = new Worst();
    for (int i = 0; i < x.length; i++) {
      if (Float.isFinite(x[i])) {
        ReferenceValue expected = reference.atFloat(x[i]);
        double error = expected.errorInUlps(y[i]);
        // Next to a zero an absolute error is accepted where the catalogue says so.
        boolean floor = error > bound.ulps() && expected.distance(y[i]) <= bound.floor();
        worst.add(x[i], expected, floor ? 0 : error, y[i]);
      }
    }
    return worst;
  }
}
