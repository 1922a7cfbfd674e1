package dev.activations;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.activations.catalogue.Catalogue;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A null is refused where it comes in, by the name of its parameter. */
@SuppressWarnings("TypeParameterUnusedInFormals") // a null of any type is what it is about
class StepNullsTest {
  private static <T> T none() {
    return null;
  }

  private static void names(String parameter, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(NullPointerException.class)
        .hasMessage(parameter + " is null");
  }

  @Test
  void steps() {
    names("name", () -> Activation.of(none()));
    names("parameters", () -> Activation.of("elu", StepNullsTest.<double[]>none()));
    names("text", () -> Activation.parse(none()));
    names("text", () -> Step.parse(none()));
    names("text", () -> Pipeline.parse(none()));
    names("steps", () -> Pipeline.of(StepNullsTest.<List<Step>>none()));
    names("steps", () -> Pipeline.of(StepNullsTest.<Step[]>none()));
    names("a step of the pipeline", () -> Pipeline.of(Activation.RELU, none()));
    names("parameter", () -> Activation.ELU.parameter(StepNullsTest.<String>none()));
    names("parameter", () -> RowOperation.SOFTMAX.parameter(none()));
    names("name", () -> Catalogue.resolve(none()));
  }

  @Test
  void backends() {
    names("selector", () -> Backends.open(none()));
    names("options", () -> Backends.open("cpu", none()));
  }
}
