package dev.activations.generator.emission.cpu;

import static java.lang.Float.MIN_VALUE;
import static java.lang.Float.NEGATIVE_INFINITY;
import static java.lang.Float.NaN;
import static java.lang.Float.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.generator.Floats;
import dev.activations.generator.expression.Operation;
import dev.activations.generator.expression.Value;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each operation as generated code, on the numbers where an operation goes wrong. */
class OperationsTest {
  private static final Value A = Value.input("x");
  private static final Value B = Value.input("dx");
  private static final Value C = Value.input("dy");
  private static final Value D = Value.input("dz");
  private static final float EPSILON = 0x1p-23f;

  /** The last number of a row is what the others give. */
  private record Case(Value value, List<float[]> rows) {}

  private static final List<Case> CASES =
      List.of(
          of(A.plus(B), r(1, 2, 3), r(-0f, -0f, -0f), r(-0f, 0, 0), r(1, EPSILON / 2, 1)),
          of(A.minus(B), r(1, 2, -1), r(0, 0, 0), r(-0f, 0, -0f)),
          of(A.times(B), r(3, -2, -6), r(-0f, 2, -0f), r(MIN_VALUE, 0.5f, 0)),
          of(
              A.over(B),
              r(1, 3, 1 / 3f),
              r(1, -0f, NEGATIVE_INFINITY),
              r(0, 0, NaN),
              r(MIN_VALUE, 2, 0)),
          of(
              Value.fma(A, B, C),
              // Rounded twice it would be 0.
              r(1 + EPSILON, 1 - EPSILON, -1, -EPSILON * EPSILON),
              r(-0f, 1, -0f, -0f),
              r(0x1p127f, 2, NEGATIVE_INFINITY, NEGATIVE_INFINITY)),
          of(A.negate(), r(0, -0f), r(-0f, 0), r(2, -2)),
          of(A.abs(), r(-0f, 0), r(NEGATIVE_INFINITY, POSITIVE_INFINITY), r(-2, 2)),
          of(A.squareRoot(), r(2, 1.4142135f), r(-0f, -0f), r(-1, NaN), r(0x1p-148f, 0x1p-74f)),
          of(A.atLeast(B), r(1, 2, 2), r(3, 2, 3), r(-0f, 0, 0), r(NaN, 2, NaN)),
          of(A.atLeast(-0f), r(0, 0), r(-0f, -0f), r(-1, -0f), r(NaN, NaN)),
          of(A.atMost(B), r(1, 2, 1), r(3, 2, 2), r(-0f, 0, -0f), r(0, 0, 0), r(NaN, 2, NaN)),
          of(
              A.limitedTo(B),
              r(1, 2, 1),
              r(3, 2, 2),
              r(-0f, 2, -0f),
              r(NEGATIVE_INFINITY, 2, NEGATIVE_INFINITY),
              r(POSITIVE_INFINITY, 2, 2)),
          of(A.powerOfTwo(), r(Value.powerOfTwoOffset(0) + 3, 8)),
          of(A.withSignOf(B), r(2, -0f, -2), r(-2, 0, 2), r(-0f, 1, 0), r(0, -1, -0f)),
          of(A.ifLess(B, C, D), r(1, 2, 8, 9, 8), r(2, 2, 8, 9, 9), r(NaN, 2, 8, 9, 9)),
          of(A.ifAtMost(B, C, D), r(-0f, 0, 8, 9, 8), r(3, 2, 8, 9, 9), r(1, NaN, 8, 9, 9)),
          of(A.ifEqual(B, C, D), r(-0f, 0, 8, 9, 8), r(1, 2, 8, 9, 9), r(NaN, NaN, 8, 9, 9)),
          of(A.ifNegative(B, C), r(-0f, 8, 9, 8), r(0, 8, 9, 9), r(NEGATIVE_INFINITY, 8, 9, 8)));

  private static Case of(Value value, float[]... rows) {
    return new Case(value, List.of(rows));
  }

  private static float[] r(float... row) {
    return row;
  }

  @ParameterizedTest
  @EnumSource
  void giveWhatTheyAreDocumentedToGive(Target target) throws Exception {
    // Two outputs of one value are not offered.
    List<List<Value>> values = CASES.stream().map(e -> List.of(e.value(), A.plus(D))).toList();
    Probes probes = new Probes(target, values);
    for (int i = 0; i < CASES.size(); i++) {
      for (float[] row : CASES.get(i).rows()) {
        float expected = row[row.length - 1];
        float[][] inputs = new float[Probes.INPUTS.size()][16];
        for (int input = 0; input < row.length - 1; input++) {
          Arrays.fill(inputs[input], row[input]);
        }
        String[] all = new String[16];
        Arrays.fill(all, Floats.text(expected));
        assertThat(texts(probes.run(i, inputs)[0]))
            .as("%s of %s", CASES.get(i).value().operation(), Arrays.toString(row))
            .containsExactly(all);
      }
    }
  }

  private static String[] texts(float[] values) {
    String[] texts = new String[values.length];
    Arrays.setAll(texts, i -> Floats.text(values[i]));
    return texts;
  }

  @Test
  void noOperationIsLeftOut() {
    Set<Operation> here =
        CASES.stream().map(e -> e.value().operation()).collect(Collectors.toSet());
    assertThat(EnumSet.complementOf(EnumSet.copyOf(here)))
        .containsExactly(Operation.INPUT, Operation.CONSTANT, Operation.UNIFORM, Operation.EITHER);
  }
}
