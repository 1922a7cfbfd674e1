package dev.activations.generator.emission.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.generator.Floats;
import dev.activations.generator.Interpreter;
import dev.activations.generator.expression.Program;
import dev.activations.generator.expression.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Algorithms of any shape: loops are cut everywhere, arrays between them are used again. */
class RandomProgramsTest {
  private static final int PROGRAMS = 40;
  private static final int ELEMENTS = 64;

  @ParameterizedTest
  @EnumSource
  void giveTheBitsOfTheInterpreter(Target target) throws Exception {
    List<List<Value>> programs = new ArrayList<>();
    for (int seed = 0; seed < PROGRAMS; seed++) {
      programs.add(program(new SplittableRandom(seed)));
    }
    Probes probes = new Probes(target, programs);
    float[][] inputs = {
      Floats.mixed(ELEMENTS),
      Floats.between(-2, 3, ELEMENTS),
      Floats.between(1, -1, ELEMENTS),
      Floats.between(100, 1e-3, ELEMENTS)
    };
    int compared = 0;
    for (int seed = 0; seed < PROGRAMS; seed++) {
      Interpreter oracle =
          new Interpreter(
              Program.forVectors(programs.get(seed)), Probes.INPUTS, Interpreter.NO_UNIFORMS);
      float[][] outputs = probes.run(seed, inputs);
      for (int i = 0; i < ELEMENTS; i++) {
        float[] expected = oracle.run(inputs[0][i], inputs[1][i], inputs[2][i], inputs[3][i]);
        if (!oracle.metNan()) {
          compared++;
          assertThat(List.of(Floats.text(outputs[0][i]), Floats.text(outputs[1][i])))
              .as("program of seed %s at element %s", seed, i)
              .containsExactly(Floats.text(expected[0]), Floats.text(expected[1]));
        }
      }
    }
    // The bits of NaN are not defined, and a choice by them is not either.
    assertThat(compared).isGreaterThan(PROGRAMS * ELEMENTS / 2);
  }

  /** The last node, and one from the middle that others go on with. */
  private static List<Value> program(SplittableRandom random) {
    List<Value> pool = new ArrayList<>(Probes.INPUTS.stream().map(Value::input).toList());
    int inputs = pool.size();
    int size = random.nextInt(5, 70);
    while (pool.size() < inputs + size) {
      Value node = node(random, pool);
      if (!pool.contains(node)) {
        pool.add(node);
      }
    }
    return List.of(pool.get(pool.size() - 1), pool.get(inputs + random.nextInt(size - 1)));
  }

  private static Value node(SplittableRandom random, List<Value> pool) {
    Value a = pick(random, pool);
    Value b = pick(random, pool);
    Value c = pick(random, pool);
    Value d = pick(random, pool);
    Value positive = Value.of((float) random.nextDouble(0.1, 9));
    return switch (random.nextInt(18)) {
      case 0 -> a.plus(b);
      case 1 -> a.minus(positive);
      case 2 -> a.times(b);
      case 3 -> a.times(positive.constant());
      case 4 -> a.over(b.abs().plus(positive));
      case 5 -> Value.fma(a, b, c);
      case 6 -> a.timesPlus(-positive.constant(), b);
      case 7 -> a.negate();
      case 8 -> a.abs().squareRoot();
      case 9 -> a.atLeast(-positive.constant());
      case 10 -> a.atMost(positive);
      case 11 -> a.limitedTo(positive);
      case 12 -> a.limitedTo(9).atLeast(-9).plus(Value.powerOfTwoOffset(0)).powerOfTwo();
      case 13 -> a.withSignOf(b);
      case 14 -> a.ifLess(b, c, d);
      case 15 -> a.ifAtMost(positive, b, c);
      case 16 -> a.ifNegative(b, c.ifEqual(d, a, b));
      default -> a.orPlainly(a.negate().negate());
    };
  }

  /** A late node more often than an early one, or all would be wide and flat. */
  private static Value pick(SplittableRandom random, List<Value> pool) {
    int from = random.nextBoolean() ? Math.max(0, pool.size() - 6) : 0;
    return pool.get(random.nextInt(from, pool.size()));
  }
}
