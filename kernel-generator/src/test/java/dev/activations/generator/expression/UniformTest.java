package dev.activations.generator.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UniformTest {
  private static final Uniform P = Uniform.parameter(0);

  @Test
  void aParameterIsAnExpression() {
    assertThat(P.high()).isSameAs(Value.uniform("(float) (p0)"));
    assertThat(P.low()).isSameAs(Value.uniform("(float) (p0 - (float) (p0))"));
    assertThat(P.below()).isSameAs(Value.uniform("Bounds.below(p0)"));
    assertThat(Uniform.parameter(1).above()).isSameAs(Value.uniform("Bounds.above(p1)"));
    assertThat(P.negate().times(-15).plus(Uniform.parameter(1)).reciprocal().source())
        .isEqualTo("1.0 / ((-15.0 * (-(p0))) + (p1))");
  }

  @Test
  void aKnownNumberIsFolded() {
    Uniform fifth = Uniform.of(0.2);
    assertThat(fifth.high()).isSameAs(Value.of(0.2f));
    assertThat(fifth.low()).isSameAs(Value.of((float) (0.2 - 0.2f)));
    assertThat(fifth.reciprocal().known()).isEqualTo(5);
    assertThat(fifth.negate().times(-3).known()).isEqualTo(-0.2 * -3);
    assertThat(fifth.plus(Uniform.of(1)).known()).isEqualTo(1.2);
    assertThat(fifth.is(0.2)).isTrue();
    assertThat(fifth.is(0.2f)).isFalse();
  }

  @Test
  void whatIsMadeOfAParameterIsNotKnown() {
    assertThat(P.isKnown()).isFalse();
    assertThat(P.is(Double.NaN)).isFalse();
    assertThat(Uniform.of(2).plus(P).isKnown()).isFalse();
    assertThat(P.times(2).reciprocal().negate().isKnown()).isFalse();
  }

  /** 0.2f is above 0.2, so that a comparison with it would be wrong for 0.2f itself. */
  @Test
  void boundsCompareAsTheNumberDoes() {
    float near = 0.2f;
    assertThat((double) near).isGreaterThan(0.2);
    assertThat(Uniform.of(0.2).below()).isSameAs(Value.of(Math.nextDown(near)));
    assertThat(Uniform.of(0.2).above()).isSameAs(Value.of(near));
    assertThat(Uniform.of(-0.2).below()).isSameAs(Value.of(-near));
    assertThat(Uniform.of(-0.2).above()).isSameAs(Value.of(Math.nextUp(-near)));
    assertThat(Uniform.of(0.5).below()).isSameAs(Value.of(0.5f));
    assertThat(Uniform.of(0.5).above()).isSameAs(Value.of(0.5f));
    assertThat(Uniform.of(1e300).below()).isSameAs(Value.of(Float.MAX_VALUE));
    assertThat(Uniform.of(1e-300).above()).isSameAs(Value.of(Float.MIN_VALUE));
  }
}
