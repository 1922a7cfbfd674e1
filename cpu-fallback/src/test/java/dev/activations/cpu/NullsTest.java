package dev.activations.cpu;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.activations.Activation;
import dev.activations.Call;
import dev.activations.Pipeline;
import dev.activations.RowOperation;
import dev.activations.Tensor;
import java.nio.FloatBuffer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A null is refused where it comes in, by the name of its parameter. */
@SuppressWarnings("TypeParameterUnusedInFormals") // a null of any type is what it is about
class NullsTest {
  private static <T> T none() {
    return null;
  }

  private static void names(String parameter, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(NullPointerException.class)
        .hasMessage(parameter + " is null");
  }

  @Test
  void backends() {
    names("options", () -> CpuBackend.open(none()));
  }

  @Test
  void calls() {
    try (CpuBackend backend = CpuBackend.open();
        Tensor x = backend.allocate(2, 3)) {
      names("values", () -> backend.allocate(2, 3, NullsTest.<float[]>none()));
      names("data", () -> backend.wrap(none(), 0, 2, 3));
      names("pipeline", () -> backend.run(NullsTest.<Pipeline>none(), x, x));
      names("call", () -> backend.run(NullsTest.<Call>none(), x, x));
      names("call", () -> backend.run(NullsTest.<Call>none(), x, x, x));
      names("call", () -> backend.run(NullsTest.<Call>none(), new Tensor[0]));
      names("operands", () -> backend.run(Activation.RELU.forward(), NullsTest.<Tensor[]>none()));
      names("x", () -> backend.run(Pipeline.of(Activation.RELU), none(), x));
      names("y", () -> backend.run(Pipeline.of(Activation.RELU), x, none()));
      names("f", () -> backend.forward(NullsTest.<Activation>none(), x, x));
      names("f", () -> backend.forward(NullsTest.<RowOperation>none(), x, x));
      names("f", () -> backend.derivative(none(), x, x));
      names("x", () -> backend.softmax(none(), x));
      names("y", () -> backend.softmax(x, none()));
      names("f", () -> backend.backward(NullsTest.<Activation>none(), x, x, x));
      names("x", () -> backend.backward(Activation.RELU, none(), x, x));
      names("dy", () -> backend.backward(Activation.RELU, x, none(), x));
      names("dx", () -> backend.backward(Activation.RELU, x, x, none()));
      names("f", () -> backend.backward(NullsTest.<RowOperation>none(), x, x, x));
      names("saved", () -> backend.backward(RowOperation.SOFTMAX, none(), x, x));
      names("dy", () -> backend.softmaxBackward(x, none(), x));
      names("dx", () -> backend.softmaxBackward(x, x, none()));
      names("x", () -> backend.instruments().copy(none(), x));
      names("y", () -> backend.instruments().copy(x, none()));
      names("calls", () -> backend.instruments().profile(none()));
      names("call", () -> backend.bound(none()));
      double[] doubles = new double[6];
      names("pipeline", () -> backend.run(NullsTest.<Pipeline>none(), 2, 3, doubles, doubles));
      names("x", () -> backend.run(Pipeline.of(Activation.RELU), 2, 3, none(), doubles));
      names("y", () -> backend.run(Pipeline.of(Activation.RELU), 2, 3, doubles, none()));
      Call backward = RowOperation.SOFTMAX.backward();
      names("call", () -> backend.run(NullsTest.<Call>none(), 2, 3, doubles, doubles));
      names("saved", () -> backend.run(backward, 2, 3, none(), doubles, doubles));
      names("dy", () -> backend.run(backward, 2, 3, doubles, none(), doubles));
      names("dx", () -> backend.run(backward, 2, 3, doubles, doubles, none()));
    }
  }

  @Test
  void copies() {
    try (CpuBackend backend = CpuBackend.open();
        Tensor x = backend.allocate(2, 3)) {
      names("source", () -> x.copyFrom(NullsTest.<float[]>none()));
      names("source", () -> x.copyFrom(NullsTest.<FloatBuffer>none()));
      names("target", () -> x.copyTo(NullsTest.<float[]>none()));
      names("target", () -> x.copyTo(NullsTest.<FloatBuffer>none()));
    }
  }
}
