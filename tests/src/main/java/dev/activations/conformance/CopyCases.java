package dev.activations.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.Tensor;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;

/** A copy has the same bits, and calls that are profiled or waited for are calls. */
final class CopyCases {
  private final BackendContract contract;

  CopyCases(BackendContract contract) {
    this.contract = contract;
  }

  Stream<DynamicNode> all() {
    int tile = contract.tile();
    Stream<DynamicNode> copies =
        IntStream.of(0, 1, tile - 1, tile, tile + 1, 3 * tile + 7)
            .mapToObj(size -> contract.test("copy of " + size, backend -> copy(backend, size)));
    return Stream.concat(
        copies,
        Stream.of(
            contract.test("copy into another shape", CopyCases::otherShape),
            contract.test("calls that are profiled", CopyCases::profiled),
            contract.test("a backend that has settled", CopyCases::settled)));
  }

  private static void copy(Backend backend, int size) {
    float[] values = new float[size];
    SplittableRandom random = new SplittableRandom(size);
    float[] special = {Float.NaN, Float.POSITIVE_INFINITY, -0f, Float.MIN_VALUE, -Float.MAX_VALUE};
    for (int i = 0; i < size; i++) {
      values[i] = i % 7 == 0 ? special[i / 7 % special.length] : (float) random.nextDouble();
    }
    try (Tensor x = backend.allocate(1, size, values);
        Tensor y = backend.allocate(1, size)) {
      backend.instruments().copy(x, y);
      backend.instruments().copy(y, y);
      requireBits(y.toArray(), values);
      requireBits(x.toArray(), values);
    }
  }

  private static void requireBits(float[] found, float... expected) {
    for (int i = 0; i < expected.length; i++) {
      if (Float.floatToIntBits(found[i]) != Float.floatToIntBits(expected[i])) {
        assertThat(found[i]).as("element %d of %d", i, expected.length).isEqualTo(expected[i]);
      }
    }
  }

  private static void otherShape(Backend backend) {
    try (Tensor x = backend.allocate(2, 3);
        Tensor y = backend.allocate(3, 2)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> backend.instruments().copy(x, y))
          .withMessageContaining("y is 3x2, expected 2x3");
    }
  }

  private static void profiled(Backend backend) {
    try (Tensor x = backend.allocate(1, 3, -1f, 0.5f, 2f);
        Tensor y = backend.allocate(1, 3)) {
      AtomicInteger calls = new AtomicInteger();
      backend
          .instruments()
          .profile(
              () -> {
                backend.forward(Activation.RELU, x, y);
                calls.incrementAndGet();
              });
      assertThat(calls).hasValue(1);
      assertThat(y.toArray()).containsExactly(0f, 0.5f, 2f);
      backend.forward(Activation.RELU6, x, y);
      assertThat(y.toArray()).as("a call after it").containsExactly(0f, 0.5f, 2f);
    }
  }

  private static void settled(Backend backend) throws InterruptedException {
    try (Tensor x = backend.allocate(1, 2, -1f, 0.5f);
        Tensor y = backend.allocate(1, 2)) {
      backend.forward(Activation.RELU, x, y);
      backend.instruments().settle();
      backend.forward(Activation.RELU, x, y);
      assertThat(y.toArray()).containsExactly(0f, 0.5f);
    }
  }
}
