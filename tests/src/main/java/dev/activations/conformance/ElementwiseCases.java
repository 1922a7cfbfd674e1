package dev.activations.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.ErrorBound;
import dev.activations.Tensor;
import dev.activations.reference.Normal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;

/** Every function, forward, derivative and backward, over sizes around a tile, in place and not. */
final class ElementwiseCases {
  private enum Direction {
    FORWARD,
    DERIVATIVE,
    BACKWARD
  }

  private final BackendContract contract;

  ElementwiseCases(BackendContract contract) {
    this.contract = contract;
  }

  Stream<DynamicNode> all() {
    return Functions.all().stream()
        .map(
            f -> {
              List<DynamicNode> tests = new ArrayList<>();
              for (Direction direction : Direction.values()) {
                tests.add(
                    contract.test(
                        f + " " + direction + ", in place as well",
                        backend -> sizes(backend, f, direction)));
              }
              return DynamicContainer.dynamicContainer(f.toString(), tests);
            });
  }

  private void sizes(Backend backend, Activation f, Direction direction) {
    int tile = contract.tile();
    int[][] shapes = {
      {0, 7},
      {7, 0},
      {1, 1},
      {1, tile - 1},
      {tile, 1},
      {1, tile + 1},
      {3, 1361},
      {2 * tile / 29, 31}
    };
    for (int[] shape : shapes) {
      float[] x = Inputs.floats(f, shape[0] * shape[1], shape[0] * 31L + shape[1]);
      if (direction == Direction.BACKWARD) {
        backward(backend, f, shape, x);
      } else {
        unary(backend, f, shape, x, direction == Direction.DERIVATIVE);
      }
    }
  }

  /** What is right out of place is right in place when it has the same bits. */
  private void unary(Backend backend, Activation f, int[] shape, float[] x, boolean derivative) {
    try (Tensor input = backend.allocate(shape[0], shape[1], x);
        Tensor output = backend.allocate(shape[0], shape[1])) {
      unary(backend, f, input, output, derivative);
      float[] y = output.toArray();
      ErrorBound bound = derivative ? backend.derivativeBound(f) : backend.valueBound(f);
      String direction = derivative ? "derivative" : "forward";
      Check check = check(backend, f, direction, shape, bound.ulps());
      for (int i = 0; i < x.length; i++) {
        double expected = derivative ? f.derivative(x[i]) : f.value(x[i]);
        check.element(i, x[i], expected, y[i], bound.floor());
      }
      assertThat(input.toArray()).as("x, which is an input alone").isEqualTo(x);
      unary(backend, f, input, input, derivative);
      assertThat(input.toArray()).as("y over x").isEqualTo(y);
    }
  }

  private static void unary(
      Backend backend, Activation f, Tensor input, Tensor output, boolean derivative) {
    if (derivative) {
      backend.derivative(f, input, output);
    } else {
      backend.forward(f, input, output);
    }
  }

  private void backward(Backend backend, Activation f, int[] shape, float[] x) {
    SplittableRandom random = new SplittableRandom(x.length);
    float[] dy = new float[x.length];
    for (int i = 0; i < dy.length; i++) {
      dy[i] = i % 17 == 0 ? 1 : (float) Normal.next(random);
    }
    try (Tensor input = backend.allocate(shape[0], shape[1], x);
        Tensor gradient = backend.allocate(shape[0], shape[1], dy);
        Tensor output = backend.allocate(shape[0], shape[1])) {
      backend.backward(f, input, gradient, output);
      float[] dx = output.toArray();
      new ElementwiseGradientCheck(backend, f, contract.rerun()).elements(x, dy, dx);
      assertThat(input.toArray()).as("x, which is an input alone").isEqualTo(x);
      assertThat(gradient.toArray()).as("dy, which is an input alone").isEqualTo(dy);
      backend.backward(f, input, gradient, gradient);
      assertThat(gradient.toArray()).as("dx over dy").isEqualTo(dx);
      gradient.copyFrom(dy);
      backend.backward(f, input, gradient, input);
      assertThat(input.toArray()).as("dx over x").isEqualTo(dx);
    }
  }

  private Check check(Backend backend, Activation f, String direction, int[] shape, double ulps) {
    return new Check(
        backend.name() + ": " + f + " " + direction,
        shape[0] + "x" + shape[1],
        ulps,
        contract.rerun());
  }
}
