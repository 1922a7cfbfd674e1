package dev.activations.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.Pipeline;
import dev.activations.RowOperation;
import dev.activations.Tensor;
import java.nio.FloatBuffer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;

/** Wrong calls: each is refused with a message that says what was expected and what was found. */
final class MisuseCases {
  private final BackendContract contract;

  MisuseCases(BackendContract contract) {
    this.contract = contract;
  }

  Stream<DynamicNode> all() {
    return Stream.of(
        contract.test("shapes that differ are both named", MisuseCases::shapes),
        contract.test("tensors have at most 2^31 - 9 elements", MisuseCases::size),
        contract.test("copies of the wrong length are refused", MisuseCases::copies),
        contract.test("a closed tensor is refused", MisuseCases::closedTensor),
        contract.test("a closed backend is refused", MisuseCases::closedBackend),
        contract.test("a tensor of another backend is refused", MisuseCases::foreignTensor),
        contract.test("row operations have no elementwise derivative", MisuseCases::jacobian));
  }

  private static void shapes(Backend backend) {
    try (Tensor x = backend.allocate(3, 4);
        Tensor y = backend.allocate(3, 5)) {
      assertThatThrownBy(() -> backend.forward(Activation.RELU, x, y))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("3x5")
          .hasMessageContaining("3x4");
      assertThatThrownBy(() -> backend.backward(Activation.RELU, x, y, x))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("dy is 3x5");
      assertThatThrownBy(() -> backend.backward(RowOperation.SOFTMAX, x, x, y))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("dx is 3x5");
      assertThatThrownBy(() -> backend.logSumExp(x, y))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("expected 3x1");
    }
  }

  private static void size(Backend backend) {
    assertThatThrownBy(() -> backend.allocate(65_536, 32_768))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2^31 - 9")
        .hasMessageContaining("65536 x 32768");
    assertThatThrownBy(() -> backend.allocate(Long.MAX_VALUE, Long.MAX_VALUE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> backend.allocate(-1, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1 x 3");
  }

  private static void copies(Backend backend) {
    try (Tensor x = backend.allocate(2, 3)) {
      assertThatThrownBy(() -> x.copyFrom(new float[5]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("6")
          .hasMessageContaining("5");
      assertThatThrownBy(() -> x.copyTo(new float[7])).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> x.copyFrom(FloatBuffer.allocate(5)))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> x.copyTo(FloatBuffer.allocate(5)))
          .isInstanceOf(IllegalArgumentException.class);
      FloatBuffer buffer = FloatBuffer.wrap(new float[] {9, 1, 2, 3, 4, 5, 6});
      buffer.position(1);
      x.copyFrom(buffer);
      assertThat(x.toArray()).containsExactly(1, 2, 3, 4, 5, 6);
      assertThat(buffer.remaining()).isZero();
    }
  }

  private static void closedTensor(Backend backend) {
    try (Tensor open = backend.allocate(2, 2)) {
      Tensor x = backend.allocate(2, 2);
      x.close();
      x.close();
      assertThatThrownBy(x::toArray)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("closed");
      assertThatThrownBy(() -> backend.forward(Activation.RELU, x, open))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> backend.forward(Activation.RELU, open, x))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  private static void closedBackend(Backend backend) {
    Tensor x = backend.allocate(2, 2);
    backend.close();
    backend.close();
    assertThatThrownBy(() -> backend.allocate(1, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    assertThatThrownBy(() -> backend.forward(Activation.RELU, x, x))
        .isInstanceOf(IllegalStateException.class);
    x.close();
  }

  private static void foreignTensor(Backend backend) {
    try (Tensor x = backend.allocate(2, 2);
        Tensor foreign = new ForeignTensor()) {
      assertThatThrownBy(() -> backend.forward(Activation.RELU, foreign, x))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("was allocated by the backend");
      assertThatThrownBy(() -> backend.forward(Activation.RELU, x, foreign))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("was allocated by the backend");
    }
  }

  private static void jacobian(Backend backend) {
    assertThatThrownBy(() -> Pipeline.of(Activation.RELU, RowOperation.SOFTMAX).derivative())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("softmax")
        .hasMessageContaining("Jacobian");
  }

  /** A 2x2 tensor of no backend. */
  private static final class ForeignTensor implements Tensor {
    @Override
    public int rows() {
      return 2;
    }

    @Override
    public int columns() {
      return 2;
    }

    @Override
    public void copyFrom(float[] source) {}

    @Override
    public void copyFrom(FloatBuffer source) {}

    @Override
    public void copyTo(float[] target) {}

    @Override
    public void copyTo(FloatBuffer target) {}

    @Override
    public void close() {}
  }
}
