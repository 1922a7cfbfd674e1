package dev.activations.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.Tensor;
import dev.activations.catalogue.Catalogue;
import dev.activations.catalogue.FunctionEntry;
import dev.activations.reference.Magnitudes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;

/**
 * Backwards of elementwise functions for gradients of all magnitudes, infinities and NaN among
 * them, and functions whose parameters are zeros of either sign.
 */
final class ElementwiseGradientCases {
  private static final int COUNT = 6001;

  private final BackendContract contract;

  ElementwiseGradientCases(BackendContract contract) {
    this.contract = contract;
  }

  Stream<DynamicNode> all() {
    List<DynamicNode> tests = new ArrayList<>();
    for (Activation f : Functions.all()) {
      tests.add(contract.test(f + " backward, dy of all magnitudes", backend -> of(backend, f)));
    }
    for (Activation f : withZeros()) {
      tests.add(contract.test(f + " with a zero of that sign", backend -> signedZeros(backend, f)));
    }
    return Stream.of(DynamicContainer.dynamicContainer("gradients of all magnitudes", tests));
  }

  private void of(Backend backend, Activation f) {
    float[] x = Inputs.floats(f, COUNT, 7);
    float[] dy = new Magnitudes(f.toString().hashCode()).anything(COUNT);
    try (Tensor input = backend.allocate(1, COUNT, x);
        Tensor gradient = backend.allocate(1, COUNT, dy)) {
      backend.backward(f, input, gradient, gradient);
      new ElementwiseGradientCheck(backend, f, contract.rerun())
          .elements(x, dy, gradient.toArray());
    }
  }

  /** Every function of the catalogue with +0 and with -0 for each parameter that may be zero. */
  private static List<Activation> withZeros() {
    List<Activation> all = new ArrayList<>();
    for (FunctionEntry entry : Catalogue.functions()) {
      for (int i = 0; i < entry.parameters().size(); i++) {
        if (entry.parameters().get(i).legal().contains(0)) {
          for (double zero : new double[] {0.0, -0.0}) {
            double[] parameters = entry.examples().get(0).clone();
            parameters[i] = zero;
            all.add(Activation.of(entry.name(), parameters));
          }
        }
      }
    }
    return all;
  }

  /** The formula decides about the sign of a zero. */
  private void signedZeros(Backend backend, Activation f) {
    float[] x = {
      -1, 1, -0f, 0f, -3.5f, 2.5f, -1e-42f, 1e-42f, -3e38f, 3e38f, -0.25f, 0.25f, -20, 20
    };
    float[] dy = {-1, 1, 1, -1, 1, -1, 0f, -0f, 3e38f, -3e38f, -1e-42f, 1e-42f, 1, -1};
    OneRow run = new OneRow(backend);
    float[] y = run.forward(f, x);
    float[] slope = run.derivative(f, x);
    float[] dx = run.backward(f, x, dy);
    for (int i = 0; i < x.length; i++) {
      requireSign("value", f, x[i], f.value(x[i]), y[i]);
      requireSign("derivative", f, x[i], f.derivative(x[i]), slope[i]);
    }
    new ElementwiseGradientCheck(backend, f, contract.rerun()).elements(x, dy, dx);
  }

  private static void requireSign(
      String what, Activation f, float x, double expected, float found) {
    if (expected == 0) {
      assertThat(Float.floatToRawIntBits(found))
          .as("%s of %s at %s: expected %s, found %s", what, f, x, expected, found)
          .isEqualTo(Float.floatToRawIntBits((float) expected));
    }
  }
}
