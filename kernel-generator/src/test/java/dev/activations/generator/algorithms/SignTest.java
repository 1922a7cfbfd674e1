package dev.activations.generator.algorithms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.generator.Floats;
import dev.activations.generator.Interpreter;
import dev.activations.generator.expression.Value;
import org.junit.jupiter.api.Test;

/** Choices by sign, in vectors and in the form without a choice. */
class SignTest {
  private static final Value X = Value.input("x");

  @Test
  void positiveIsOne() {
    Value one = Sign.isPositive(X);
    for (Interpreter way : new Interpreter[] {Interpreter.ofX(one), Interpreter.ofXPlainly(one)}) {
      for (float x : Floats.mixed(2000)) {
        if (!Float.isNaN(x)) {
          assertThat(way.valueAt(x)).as("of %s", x).isEqualTo(x > 0 ? 1 : 0);
        }
      }
    }
  }

  @Test
  void signsAreCopiedDownToThoseOfZeros() {
    Value signed = Sign.copied(X.abs().limitedTo(1), X);
    Interpreter vectors = Interpreter.ofX(signed);
    Interpreter plain = Interpreter.ofXPlainly(signed);
    for (float x : Floats.mixed(2000)) {
      if (!Float.isNaN(x)) {
        float expected = Math.copySign(Math.min(1, Math.abs(x)), x);
        assertThat(Floats.text(vectors.valueAt(x))).isEqualTo(Floats.text(expected));
        assertThat(Floats.text(plain.valueAt(x))).isEqualTo(Floats.text(expected));
      }
    }
  }

  @Test
  void reflectedAtOneHalf() {
    Value reflected = Sign.reflected(Value.of(0x1p62f), X);
    for (Interpreter way :
        new Interpreter[] {Interpreter.ofX(reflected), Interpreter.ofXPlainly(reflected)}) {
      assertThat(way.valueAt(-3)).isEqualTo(0.25f);
      assertThat(way.valueAt(0)).isEqualTo(0.25f);
      assertThat(way.valueAt(-0f)).isEqualTo(0.25f);
      assertThat(way.valueAt(Float.MIN_VALUE)).isEqualTo(0.75f);
      assertThat(way.valueAt(3)).isEqualTo(0.75f);
    }
  }
}
