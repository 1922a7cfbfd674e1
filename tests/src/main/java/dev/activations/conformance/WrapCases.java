package dev.activations.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.Tensor;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;

/** Arrays of the caller, and parts of them, as tensors. */
final class WrapCases {
  private static final int OFFSET = 3;

  /** Stands around a part, to be found again. */
  private static final float GUARD = 77;

  private final BackendContract contract;

  WrapCases(BackendContract contract) {
    this.contract = contract;
  }

  Stream<DynamicNode> all() {
    return Stream.of(
        contract.test("a part of an array is a tensor", this::parts),
        contract.test("the parts of one array are operands of a call", WrapCases::oneArray),
        contract.test("what the caller writes is what the next call reads", WrapCases::writes),
        contract.test("copies go into and out of the part", WrapCases::copies),
        contract.test("the same part twice is in place", WrapCases::inPlace),
        contract.test("parts that overlap are refused", WrapCases::overlaps),
        contract.test("a part beyond its array is refused", WrapCases::bounds),
        contract.test("a wrapped tensor that is closed is refused", WrapCases::closed));
  }

  private static float[] guarded(float[] values) {
    float[] array = new float[values.length + 2 * OFFSET + 1];
    Arrays.fill(array, GUARD);
    System.arraycopy(values, 0, array, OFFSET, values.length);
    return array;
  }

  private static float[] taken(float[] array, int count) {
    for (int i = 0; i < array.length; i++) {
      if (i < OFFSET || i >= OFFSET + count) {
        assertThat(array[i]).as("beside the part, at %d", i).isEqualTo(GUARD);
      }
    }
    return Arrays.copyOfRange(array, OFFSET, OFFSET + count);
  }

  /** The bits of tensors that the backend allocates, over sizes around its tile. */
  private void parts(Backend backend) {
    int tile = contract.tile();
    int[][] shapes = {
      {0, 3}, {1, 1}, {3, 7}, {1, tile + 1}, {contract.rows(tile / 16) + 3, 33}, {2, 20_011}
    };
    for (int[] shape : shapes) {
      int rows = shape[0];
      int columns = shape[1];
      float[] x = Inputs.floats(Activation.SILU, rows * columns, columns);
      float[] dy = RowCases.RowKind.GAUSSIAN.rows(rows, columns);
      float[] input = guarded(x);
      float[] gradient = guarded(dy);
      float[] output = guarded(new float[x.length]);
      float[] sums = guarded(new float[rows]);
      try (Tensor a = backend.allocate(rows, columns, x);
          Tensor g = backend.allocate(rows, columns, dy);
          Tensor b = backend.allocate(rows, columns);
          Tensor s = backend.allocate(rows, 1);
          Tensor wrappedA = backend.wrap(input, OFFSET, rows, columns);
          Tensor wrappedG = backend.wrap(gradient, OFFSET, rows, columns);
          Tensor wrappedB = backend.wrap(output, OFFSET, rows, columns);
          Tensor wrappedS = backend.wrap(sums, OFFSET, rows, 1)) {
        assertThat(wrappedA.rows()).isEqualTo(rows);
        assertThat(wrappedA.columns()).isEqualTo(columns);
        backend.forward(Activation.SILU, a, b);
        backend.forward(Activation.SILU, wrappedA, wrappedB);
        assertThat(taken(output, x.length)).as("silu").isEqualTo(b.toArray());
        backend.forward(Activation.SILU, a, wrappedB);
        assertThat(taken(output, x.length)).as("into a wrapped one").isEqualTo(b.toArray());
        backend.derivative(Activation.TANH, a, b);
        backend.derivative(Activation.TANH, wrappedA, wrappedB);
        assertThat(taken(output, x.length)).as("slope").isEqualTo(b.toArray());
        backend.backward(Activation.SILU, a, g, b);
        backend.backward(Activation.SILU, wrappedA, wrappedG, wrappedB);
        assertThat(taken(output, x.length)).as("backward").isEqualTo(b.toArray());
        backend.logSumExp(g, s);
        backend.logSumExp(wrappedG, wrappedS);
        assertThat(taken(sums, rows)).as("logsumexp").isEqualTo(s.toArray());
        backend.logSumExpBackward(g, s, b);
        backend.logSumExpBackward(wrappedG, wrappedS, wrappedB);
        assertThat(taken(output, x.length)).as("its backward").isEqualTo(b.toArray());
        backend.logSoftmax(g, b);
        backend.logSoftmax(wrappedG, wrappedB);
        assertThat(taken(output, x.length)).as("log_softmax").isEqualTo(b.toArray());
        backend.logSoftmaxBackward(b, g, b);
        backend.logSoftmaxBackward(wrappedB, wrappedG, wrappedB);
        assertThat(taken(output, x.length)).as("backward in place").isEqualTo(b.toArray());
        backend.instruments().copy(wrappedA, wrappedB);
        assertThat(taken(output, x.length)).as("copy").isEqualTo(x);
        assertThat(taken(input, x.length)).as("an input stays").isEqualTo(x);
      }
    }
  }

  private static void oneArray(Backend backend) {
    int columns = 5;
    float[] all = new float[1 + 4 * columns];
    for (int i = 0; i < columns; i++) {
      all[1 + i] = i - 2;
      all[1 + columns + i] = 1 + i;
    }
    try (Tensor x = backend.wrap(all, 1, 1, columns);
        Tensor dy = backend.wrap(all, 1 + columns, 1, columns);
        Tensor dx = backend.wrap(all, 1 + 2 * columns, 1, columns);
        Tensor sum = backend.wrap(all, 0, 1, 1)) {
      backend.backward(Activation.RELU, x, dy, dx);
      assertThat(Arrays.copyOfRange(all, 1 + 2 * columns, 1 + 3 * columns))
          .containsExactly(0, 0, 0, 4, 5);
      assertThat(Arrays.copyOfRange(all, 1 + 3 * columns, all.length)).containsOnly(0);
      backend.logSumExp(x, sum);
      assertThat(all[0])
          .isEqualTo(
              (float) (2 + Math.log1p(Math.exp(-1) + Math.exp(-2) + Math.exp(-3) + Math.exp(-4))));
      backend.softmax(x, dx);
      backend.softmaxBackward(dx, dy, dy);
      assertThat(all[1]).isEqualTo(-2);
    }
  }

  private static void writes(Backend backend) {
    float[] in = {-1, 2};
    float[] out = new float[2];
    try (Tensor x = backend.wrap(in, 1, 2);
        Tensor y = backend.wrap(out, 1, 2)) {
      backend.forward(Activation.RELU, x, y);
      assertThat(out).containsExactly(0, 2);
      in[0] = 5;
      in[1] = -6;
      assertThat(x.toArray()).containsExactly(5, -6);
      backend.forward(Activation.RELU, x, y);
      assertThat(out).containsExactly(5, 0);
      out[1] = -3;
      backend.forward(Activation.RELU, y, x);
      assertThat(in).containsExactly(5, 0);
    }
  }

  private static void copies(Backend backend) {
    float[] array = guarded(new float[4]);
    try (Tensor x = backend.wrap(array, OFFSET, 2, 2)) {
      x.copyFrom(new float[] {1, 2, 3, 4});
      assertThat(taken(array, 4)).containsExactly(1, 2, 3, 4);
      x.copyFrom(FloatBuffer.wrap(new float[] {5, 6, 7, 8}));
      assertThat(taken(array, 4)).containsExactly(5, 6, 7, 8);
      float[] out = new float[4];
      x.copyTo(out);
      assertThat(out).containsExactly(5, 6, 7, 8);
      FloatBuffer buffer = FloatBuffer.allocate(5);
      x.copyTo(buffer);
      assertThat(buffer.position()).isEqualTo(4);
      assertThat(buffer.array()).containsExactly(5, 6, 7, 8, 0);
      assertThatThrownBy(() -> x.copyFrom(new float[5]))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> x.copyTo(FloatBuffer.allocate(3)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static void inPlace(Backend backend) {
    float[] array = {9, 1, 2, 3, 9};
    try (Tensor x = backend.wrap(array, 1, 1, 3);
        Tensor same = backend.wrap(array, 1, 1, 3);
        Tensor y = backend.allocate(1, 3)) {
      backend.softmax(x, y);
      backend.softmax(x, same);
      assertThat(Arrays.copyOfRange(array, 1, 4)).isEqualTo(y.toArray());
      assertThat(x.toArray()).isEqualTo(y.toArray());
      assertThat(array[0]).isEqualTo(9);
      assertThat(array[4]).isEqualTo(9);
    }
  }

  private static void overlaps(Backend backend) {
    float[] array = {1, 2, 3, 4, 5, 6, 7};
    float[] before = array.clone();
    try (Tensor x = backend.wrap(array, 0, 2, 3);
        Tensor next = backend.wrap(array, 1, 2, 3);
        Tensor sum = backend.wrap(array, 5, 2, 1);
        Tensor apart = backend.wrap(new float[6], 2, 3)) {
      assertThatThrownBy(() -> backend.forward(Activation.RELU, x, next))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("y is elements 1 to 6")
          .hasMessageContaining("x elements 0 to 5");
      assertThatThrownBy(() -> backend.logSumExp(x, sum))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("y is elements 5 to 6");
      assertThatThrownBy(() -> backend.backward(Activation.RELU, apart, x, next))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("dy elements 0 to 5");
      assertThatThrownBy(() -> backend.softmaxBackward(next, apart, x))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("saved elements 1 to 6");
      assertThatThrownBy(() -> backend.logSumExpBackward(apart, sum, x))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("dy elements 5 to 6");
      assertThatThrownBy(() -> backend.instruments().copy(x, next))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(array).as("nothing was written").isEqualTo(before);
      backend.backward(Activation.RELU, x, next, apart);
      assertThat(apart.toArray()).as("inputs may overlap").containsExactly(2, 3, 4, 5, 6, 7);
    }
  }

  private static void bounds(Backend backend) {
    float[] array = new float[10];
    int[][] wrong = {{5, 2, 3}, {-1, 1, 1}, {11, 0, 0}, {Integer.MAX_VALUE, 1, 1}, {0, 1, 11}};
    for (int[] part : wrong) {
      assertThatThrownBy(() -> backend.wrap(array, part[0], part[1], part[2]))
          .as(Arrays.toString(part))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(part[1] + " x " + part[2])
          .hasMessageContaining("offset " + part[0])
          .hasMessageContaining("10");
    }
    assertThatThrownBy(() -> backend.wrap(array, 0, -1, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1 x 3");
    assertThatThrownBy(() -> backend.wrap(array, 0, 65_536, 65_536))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2^31 - 9");
    assertThatThrownBy(() -> backend.wrap(array, 3, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("12");
    for (int[] right : new int[][] {{0, 2, 5}, {10, 0, 7}, {10, 3, 0}, {9, 1, 1}}) {
      try (Tensor x = backend.wrap(array, right[0], right[1], right[2])) {
        backend.forward(Activation.RELU, x, x);
        assertThat(x.elements()).isEqualTo(right[1] * right[2]);
      }
    }
  }

  private static void closed(Backend backend) {
    float[] array = {-1};
    Tensor x = backend.wrap(array, 1, 1);
    try (Tensor open = backend.wrap(array, 1, 1)) {
      x.close();
      x.close();
      assertThatThrownBy(x::toArray)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("closed");
      assertThatThrownBy(() -> backend.forward(Activation.RELU, x, open))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> backend.forward(Activation.RELU, open, x))
          .isInstanceOf(IllegalStateException.class);
      backend.forward(Activation.RELU, open, open);
    }
    assertThat(array).as("the array stays").containsExactly(0);
    backend.close();
    assertThatThrownBy(() -> backend.wrap(array, 1, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }
}
