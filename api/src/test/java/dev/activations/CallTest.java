package dev.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.activations.catalogue.Catalogue;
import dev.activations.catalogue.CatalogueEntry;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a step declares of its calls: operands, their shapes, what its backward starts from. */
class CallTest {
  private static String operands(Call call) {
    return call.operands().stream()
        .map(
            operand ->
                (operand.isWritten() ? "-> " : "")
                    + operand.name()
                    + " "
                    + operand.rows(3, 4)
                    + "x"
                    + operand.columns(3, 4))
        .collect(Collectors.joining(", "));
  }

  @Test
  void operandsHaveShapesOfTheInput() {
    assertThat(operands(Activation.RELU.forward())).isEqualTo("x 3x4, -> y 3x4");
    assertThat(operands(Activation.RELU.derivative())).isEqualTo("x 3x4, -> y 3x4");
    assertThat(operands(Activation.RELU.backward())).isEqualTo("x 3x4, dy 3x4, -> dx 3x4");
    assertThat(operands(RowOperation.SOFTMAX.backward())).isEqualTo("saved 3x4, dy 3x4, -> dx 3x4");
    assertThat(operands(RowOperation.LOGSUMEXP.forward())).isEqualTo("x 3x4, -> y 3x1");
    assertThat(operands(RowOperation.LOGSUMEXP.backward()))
        .isEqualTo("saved 3x4, dy 3x1, -> dx 3x4");
    assertThat(operands(Pipeline.parse("tanh,logsumexp,relu").call())).isEqualTo("x 3x4, -> y 3x1");
  }

  @Test
  void bytesAreThoseOfEveryOperandOnce() {
    assertThat(Activation.RELU.forward().bytes(3, 4)).isEqualTo(96);
    assertThat(Activation.RELU.backward().bytes(3, 4)).isEqualTo(144);
    assertThat(RowOperation.LOGSUMEXP.forward().bytes(3, 4)).isEqualTo(60);
    assertThat(RowOperation.LOGSUMEXP.backward().bytes(3, 4)).isEqualTo(108);
    assertThat(Activation.RELU.forward().bytes(1 << 15, 1 << 15)).isEqualTo(1L << 33);
  }

  @Test
  void itIsTheSameOneWheneverItIsAskedFor() {
    for (CatalogueEntry entry : Catalogue.entries()) {
      for (Step step : Step.examplesOf(entry)) {
        for (Direction direction : step.directions()) {
          Call call = step.call(direction);
          assertThat(call).isSameAs(step.call(direction));
          assertThat(call.direction()).isEqualTo(direction);
          assertThat(call.pipeline().steps()).containsExactly(step);
          assertThat(call.pipeline().isDerivative()).isEqualTo(direction == Direction.DERIVATIVE);
        }
      }
    }
  }

  @Test
  void itIsEqualWhenPipelineAndDirectionAre() {
    Call call = Activation.leakyRelu(0.2).forward();
    assertThat(call)
        .isEqualTo(Activation.leakyRelu(0.2).forward())
        .hasSameHashCodeAs(Activation.leakyRelu(0.2).forward())
        .isNotEqualTo(Activation.leakyRelu(0.3).forward())
        .isNotEqualTo(Activation.leakyRelu(0.2).backward())
        .isNotEqualTo(Activation.leakyRelu(0.2).derivative());
  }

  @Test
  void itsTextSaysStepsAndDirection() {
    assertThat(Pipeline.parse("tanh,softmax").call()).hasToString("tanh,softmax");
    assertThat(Activation.TANH.derivative()).hasToString("derivative of tanh");
    assertThat(RowOperation.softmax(2).backward()).hasToString("backward of softmax:temperature=2");
  }

  /** Theirs is a Jacobian. */
  @Test
  void rowsHaveNoDerivative() {
    assertThat(RowOperation.SOFTMAX.directions())
        .containsExactly(Direction.FORWARD, Direction.BACKWARD);
    assertThatThrownBy(() -> RowOperation.SOFTMAX.call(Direction.DERIVATIVE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("softmax works on rows, so its derivative is a Jacobian");
  }

  @Test
  void aBackwardIsOneOfAStep() {
    assertThatThrownBy(() -> Pipeline.parse("tanh,relu").backward())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the backward is one of a step, found tanh,relu: call the backward of each step, the"
                + " last one first");
    assertThatThrownBy(() -> Pipeline.of(Activation.RELU).derivative().backward())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("found derivative of relu");
  }

  @Test
  void aBackwardStartsFromWhatItsStepSays() {
    assertThat(Activation.TANH.saved()).isEqualTo(Saved.INPUT);
    assertThat(RowOperation.LOGSUMEXP.saved()).isEqualTo(Saved.INPUT);
    for (RowOperation f :
        List.of(RowOperation.SOFTMAX, RowOperation.LOG_SOFTMAX, RowOperation.SOFTMIN)) {
      assertThat(f.saved()).isEqualTo(Saved.OUTPUT);
    }
  }

  @Test
  void theNumberOfOperandsIsChecked() {
    Tensor x = new ArrayTensor(3, 4);
    assertThatThrownBy(() -> Activation.RELU.backward().check(x, x))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("backward of relu takes 3 operands, x, dy, dx; found 2");
    assertThatThrownBy(() -> Activation.RELU.forward().check(x, x, x))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("relu takes 2 operands, x, y; found 3");
    double[] d = new double[12];
    assertThatThrownBy(() -> Activation.RELU.forward().check(3, 4, d, d, d))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("relu takes 2 operands, x, y; found 3");
    assertThatThrownBy(() -> Activation.RELU.backward().check(3, 4, d, d))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("backward of relu takes 3 operands, x, dy, dx; found 2");
  }

  @Test
  void everyShapeIsChecked() {
    Tensor x = new ArrayTensor(3, 4);
    Tensor column = new ArrayTensor(3, 1);
    Tensor other = new ArrayTensor(4, 3);
    RowOperation.LOGSUMEXP.backward().check(x, column, x);
    assertThatThrownBy(() -> RowOperation.LOGSUMEXP.backward().check(x, x, x))
        .hasMessage("dy is 3x4, expected 3x1 after the output of logsumexp");
    assertThatThrownBy(() -> RowOperation.LOGSUMEXP.backward().check(x, column, other))
        .hasMessage("dx is 4x3, expected 3x4 after the input of logsumexp");
    assertThatThrownBy(() -> Activation.TANH.derivative().check(x, other))
        .hasMessage("y is 4x3, expected 3x4 after x and derivative of tanh");
  }

  @Test
  void arraysAreLongEnoughAndApart() {
    double[] d = new double[12];
    RowOperation.LOGSUMEXP.forward().check(3, 4, d, new double[3]);
    RowOperation.LOGSUMEXP.backward().check(3, 4, d, new double[3], d);
    RowOperation.SOFTMAX.backward().check(3, 4, d, d, d);
    assertThatThrownBy(() -> RowOperation.LOGSUMEXP.forward().check(3, 4, d, new double[2]))
        .hasMessage("y has 2 elements, expected at least 3 x 1");
    assertThatThrownBy(() -> RowOperation.LOGSUMEXP.forward().check(3, 4, d, d))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("y is elements 0 to 2 of its array and x elements 0 to 11");
    assertThatThrownBy(() -> RowOperation.LOGSUMEXP.backward().check(3, 4, new double[12], d, d))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("dx is elements 0 to 11 of its array and dy elements 0 to 2");
  }
}
