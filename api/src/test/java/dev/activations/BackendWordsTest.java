package dev.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a backend has to do itself, and what the API says with that in a user's words. */
class BackendWordsTest {
  private final Recorder backend = new Recorder();
  private final Tensor x = backend.allocate(2, 3, 1, 2, 3, 4, 5, 6);
  private final Tensor y = backend.allocate(2, 3);
  private final Tensor column = backend.allocate(2, 1);

  @Test
  void everyForwardIsACall() {
    backend.forward(Activation.RELU, x, y);
    backend.derivative(Activation.GELU_ERF, x, y);
    backend.forward(RowOperation.softmax(2), x, y);
    backend.softmax(x, y);
    backend.logSoftmax(x, y);
    backend.logSumExp(x, column);

    assertThat(backend.calls)
        .containsExactly(
            "relu 2x3 2x3",
            "derivative of gelu_erf 2x3 2x3",
            "softmax:temperature=2 2x3 2x3",
            "softmax 2x3 2x3",
            "log_softmax 2x3 2x3",
            "logsumexp 2x3 2x1");
  }

  @Test
  void everyBackwardIsACall() {
    backend.softmaxBackward(x, y, y);
    backend.logSoftmaxBackward(x, y, y);
    backend.logSumExpBackward(x, column, y);
    backend.backward(Activation.TANH, x, y, y);

    assertThat(backend.calls)
        .containsExactly(
            "backward of softmax 2x3 2x3 2x3",
            "backward of log_softmax 2x3 2x3 2x3",
            "backward of logsumexp 2x3 2x1 2x3",
            "backward of tanh 2x3 2x3 2x3");
  }

  @Test
  void operandsAreTakenAsAnArrayToo() {
    Tensor[] two = {x, y};
    Tensor[] three = {x, y, y};
    backend.run(Activation.RELU.forward(), two);
    backend.run(Activation.RELU.backward(), three);
    assertThat(backend.calls).containsExactly("relu 2x3 2x3", "backward of relu 2x3 2x3 2x3");
    for (int count : new int[] {0, 1, 4}) {
      assertThatThrownBy(() -> backend.run(Activation.RELU.forward(), new Tensor[count]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("relu takes 2 operands, x, y; found " + count);
      assertThatThrownBy(() -> backend.run(Activation.RELU.forward(), 2, 3, new double[count][]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("relu takes 2 operands, x, y; found " + count);
    }
  }

  @Test
  void aCopyIsOfOneShape() {
    backend.instruments().copy(x, y);
    assertThat(y.toArray()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThatThrownBy(() -> backend.instruments().copy(x, column))
        .hasMessage("y is 2x1, expected 2x3 after copying x");
  }

  @Test
  void valuesHaveTheShapeOfTheirTensor() {
    assertThat(x.toArray()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThatThrownBy(() -> backend.allocate(2, 3, 1, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a tensor of 2 x 3 needs 6 values, found 2");
  }

  @Test
  void aBackendThatCannotWrapSaysWhatToDo() {
    assertThatThrownBy(() -> backend.wrap(new float[6], 2, 3))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("recorder computes in memory of its own alone: allocate a tensor and copy");
  }

  @Test
  void itsBoundsAreThoseOfTheCatalogue() {
    Activation f = Activation.GELU_ERF;
    assertThat(backend.bound(f.forward()).ulps()).isEqualTo(f.entry().valueUlps());
    assertThat(backend.bound(f.forward()).floor()).isEqualTo(f.entry().valueFloor());
    assertThat(backend.bound(f.derivative()).ulps()).isEqualTo(f.entry().derivativeUlps());
    assertThat(backend.bound(f.derivative()).floor()).isEqualTo(f.entry().derivativeFloor());
    RowOperation softmax = RowOperation.SOFTMAX;
    assertThat(backend.bound(softmax.forward()).ulps()).isEqualTo(softmax.entry().ulps());
    assertThat(backend.bound(softmax.forward()).condition()).isEqualTo(softmax.entry().condition());
  }

  @Test
  void withoutADriverThereIsNothingToAsk() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    assertThat(backend.instruments().profile(runs::incrementAndGet)).isEmpty();
    assertThat(runs).hasValue(1);
    assertThat(backend.instruments().breakEven()).isEmpty();
    backend.instruments().settle();
  }

  /** In double the CPU computes, whoever is asked; here it is a stand-in, which shares nothing. */
  @Test
  void doubleIsForTheCpu() {
    double[] data = new double[6];
    for (Runnable call :
        new Runnable[] {
          () -> backend.run(Pipeline.of(Activation.RELU), 2, 3, data, data),
          () -> backend.forward(Activation.RELU, 2, 3, data, data),
          () -> backend.derivative(Activation.RELU, 2, 3, data, data),
          () -> backend.forward(RowOperation.SOFTMAX, 2, 3, data, data),
          () -> backend.backward(Activation.RELU, 2, 3, data, data, data),
          () -> backend.backward(RowOperation.SOFTMAX, 2, 3, data, data, data)
        }) {
      assertThatThrownBy(call::run)
          .isInstanceOf(UnsupportedOperationException.class)
          .hasMessageStartingWith("a backend of cpu holds what has to be freed");
    }
    assertThat(backend.calls).isEmpty();
  }

  /** Has what every backend must have, and writes down what it is asked for. */
  private static final class Recorder implements Backend {
    private final List<String> calls = new ArrayList<>();

    private void record(Call call, Tensor... operands) {
      calls.add(
          call + Arrays.stream(operands).map(operand -> " " + operand).reduce("", String::concat));
    }

    @Override
    public String name() {
      return "recorder";
    }

    @Override
    public String description() {
      return "writes down";
    }

    @Override
    public Tensor allocate(long rows, long columns) {
      return new ArrayTensor((int) rows, (int) columns);
    }

    @Override
    public void run(Call call, Tensor first, Tensor second) {
      call.check(first, second);
      record(call, first, second);
    }

    @Override
    public void run(Call call, Tensor first, Tensor second, Tensor third) {
      call.check(first, second, third);
      record(call, first, second, third);
    }

    @Override
    public void close() {}
  }
}
