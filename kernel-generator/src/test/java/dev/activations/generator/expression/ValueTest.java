package dev.activations.generator.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.generator.Interpreter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValueTest {
  private static final Value X = Value.input("x");
  private static final Value Y = Value.input("y");

  @Test
  void whatIsWrittenTwiceIsOneNode() {
    assertThat(X.plus(Y).times(2)).isSameAs(Value.input("x").plus(Value.input("y")).times(2));
    assertThat(Value.uniform("c.top")).isSameAs(Value.uniform("c.top"));
    assertThat(X.timesPlus(2, Value.of(1))).isSameAs(Value.fma(X, Value.of(2), Value.of(1)));
    assertThat(X.timesPlus(2, 1)).isSameAs(X.timesPlus(Value.of(2), 1));
  }

  @Test
  void whatDiffersInAnythingIsAnotherNode() {
    assertThat(X).isNotSameAs(Y).isNotSameAs(Value.uniform("x"));
    assertThat(X.minus(Y)).isNotSameAs(Y.minus(X)).isNotSameAs(X.plus(Y));
    assertThat(X.atMost(2)).isNotSameAs(X.limitedTo(2)).isNotSameAs(X.atMost(3));
    assertThat(Value.of(0f)).isNotSameAs(Value.of(-0f));
    assertThat(Value.of(Float.NaN)).isNotSameAs(Value.of(Float.intBitsToFloat(0x7fc00001)));
  }

  /** A sum is not commuted and nothing is folded, for rounding and zeros would differ. */
  @Test
  void nothingIsSimplified() {
    assertThat(X.plus(Y)).isNotSameAs(Y.plus(X));
    assertThat(List.of(X.plus(0), X.times(1), X.negate().negate(), Value.of(1).plus(2)))
        .extracting(Value::operation)
        .containsExactly(Operation.PLUS, Operation.TIMES, Operation.NEGATE, Operation.PLUS);
  }

  @Test
  void comparisonsTurnAround() {
    assertThat(X.ifAbove(2, X, Y)).isSameAs(Value.of(2).ifLess(X, X, Y));
    assertThat(X.ifLess(2, X, Y)).isSameAs(X.ifLess(Value.of(2), X, Y));
  }

  @Test
  void nanComesThroughAndNothingElse() {
    Interpreter one = Interpreter.ofX(X.ifNotNan(Value.of(1)));
    assertThat(one.valueAt(Float.NaN)).isNaN();
    assertThat(one.valueAt(Float.NEGATIVE_INFINITY)).isEqualTo(1);
    assertThat(one.valueAt(-0f)).isEqualTo(1);
  }

  @Test
  void powerOfTwoRoundsAndScales() {
    for (int bias : new int[] {0, 25, 64}) {
      float offset = Value.powerOfTwoOffset(bias);
      Interpreter power =
          Interpreter.ofX(X.plus(offset).powerOfTwo(), X.plus(offset).minus(offset));
      for (int n = -126 - bias; n <= 127 - bias; n++) {
        assertThat(power.run(n + 0.4f))
            .as("2^(%s + %s)", n, bias)
            .containsExactly(Math.scalb(1f, n + bias), n);
        assertThat(power.run(n - 0.4f)).containsExactly(Math.scalb(1f, n + bias), n);
      }
    }
  }
}
