package dev.activations.benchmarks.task;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.activations.Activation;
import dev.activations.measuring.work.Shape;
import dev.activations.measuring.work.Work;
import org.junit.jupiter.api.Test;

class ResultCheckTest {
  private static final Task SILU = new Task(Work.parse("silu"), new Shape(4, 8), 1);

  /** Gives the right results but for one that is off by so much. */
  private record Off(double error) implements Contender {
    @Override
    public void call() {
      // The results are made when they are asked for.
    }

    @Override
    public void copyOutput(float[] output) {
      for (int i = 0; i < output.length; i++) {
        output[i] = (float) Activation.SILU.value(SILU.x()[i]);
      }
      output[5] += (float) error;
    }

    @Override
    public void close() {
      // There is nothing to close.
    }
  }

  private static void check(double error, Tolerance tolerance) {
    ResultCheck.require("somebody", new Off(error), SILU, tolerance);
  }

  @Test
  void rightResultsPass() {
    assertThatCode(() -> check(0, Tolerance.STRICT)).doesNotThrowAnyException();
  }

  @Test
  void aWrongElementIsNamed() {
    assertThatThrownBy(() -> check(1e-5, Tolerance.STRICT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("somebody is wrong at silu on 4x8 with 1 thread: element 5 is ")
        .hasMessageEndingWith("; nothing was timed");
    assertThatThrownBy(() -> check(Double.NaN, Tolerance.LOOSE)).hasMessageContaining("NaN");
  }

  @Test
  void peersMayBeLessExact() {
    assertThatCode(() -> check(5e-5, Tolerance.LOOSE)).doesNotThrowAnyException();
    assertThatThrownBy(() -> check(2e-2, Tolerance.LOOSE)).hasMessageContaining("element 5");
  }
}
