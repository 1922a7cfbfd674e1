package dev.activations.cpu;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.activations.Activation;
import dev.activations.Tensor;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

/** What is said of an operand that does not fit names the function and both sides. */
class OperandMessagesTest {
  @Test
  void aWrongShapeNamesTheFunction() {
    try (CpuBackend backend = CpuBackend.open();
        Tensor x = backend.allocate(2, 3);
        Tensor other = backend.allocate(3, 2)) {
      assertThatThrownBy(() -> backend.backward(Activation.elu(2), x, other, x))
          .hasMessage("dy is 3x2, expected 2x3 after x in the backward of elu:alpha=2");
      assertThatThrownBy(() -> backend.backward(Activation.RELU, x, x, other))
          .hasMessage("dx is 3x2, expected 2x3 after x in the backward of relu");
      assertThatThrownBy(() -> backend.softmaxBackward(x, other, x))
          .hasMessage("dy is 3x2, expected 2x3 after the output of softmax");
      assertThatThrownBy(() -> backend.softmax(x, other))
          .hasMessage("y is 3x2, expected 2x3 after x and softmax");
      assertThatThrownBy(() -> backend.instruments().copy(x, other))
          .hasMessage("y is 3x2, expected 2x3 after copying x");
    }
  }

  @Test
  void aTensorOfAnotherBackendNamesBoth() {
    try (CpuBackend backend = CpuBackend.open();
        Tensor x = backend.allocate(2, 3)) {
      assertThatThrownBy(() -> backend.softmax(foreign("tornado:opencl:0"), x))
          .hasMessage(
              "x was allocated by the backend tornado:opencl:0, and this is cpu: allocate it here"
                  + " and copy");
      assertThatThrownBy(() -> backend.softmax(x, foreign("cpu")))
          .hasMessage(
              "y was allocated by another backend cpu, and this is cpu: allocate it here and"
                  + " copy");
    }
  }

  private static Tensor foreign(String backend) {
    return (Tensor)
        Proxy.newProxyInstance(
            OperandMessagesTest.class.getClassLoader(),
            new Class<?>[] {Tensor.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "backend" -> backend;
                  case "rows" -> 2;
                  default -> 3;
                });
  }
}
