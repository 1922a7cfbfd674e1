package dev.activations.generator;

import dev.activations.generator.expression.Program;
import dev.activations.generator.expression.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Runs a program on single floats, each operation as the enum documents it: what generated code is
 * compared with. Shares no line with what writes that code.
 */
public final class Interpreter {
  /** For a program without uniforms. */
  public static final ToDoubleFunction<String> NO_UNIFORMS =
      uniform -> {
        throw new IllegalArgumentException("a program without uniforms was expected: " + uniform);
      };

  private final List<Value> nodes;
  private final List<String> inputs;
  private final ToDoubleFunction<String> uniforms;
  private final Map<Value, Integer> places = new HashMap<>();
  private final int[][] operands;
  private final int[] results;
  private final float[] values;

  /** With the inputs in an order, and the value of each Java expression of a uniform. */
  public Interpreter(Program program, List<String> inputs, ToDoubleFunction<String> uniforms) {
    this.nodes = program.nodes();
    this.inputs = inputs;
    this.uniforms = uniforms;
    nodes.forEach(node -> places.put(node, places.size()));
    operands = nodes.stream().map(node -> places(node.operands())).toArray(int[][]::new);
    results = places(program.results());
    values = new float[nodes.size()];
  }

  /** Of x alone, for vectors. */
  public static Interpreter ofX(Value... results) {
    return new Interpreter(Program.forVectors(List.of(results)), List.of("x"), NO_UNIFORMS);
  }

  /** Of x alone, for plain Java. */
  public static Interpreter ofXPlainly(Value... results) {
    return new Interpreter(Program.forPlainJava(List.of(results)), List.of("x"), NO_UNIFORMS);
  }

  private int[] places(List<Value> some) {
    return some.stream().mapToInt(node -> places.getOrDefault(node, -1)).toArray();
  }

  /** The only result. */
  public float valueAt(float... arguments) {
    return run(arguments)[0];
  }

  /** All results. */
  public float[] run(float... arguments) {
    for (int i = 0; i < values.length; i++) {
      values[i] = value(nodes.get(i), operands[i], arguments);
    }
    float[] found = new float[results.length];
    for (int i = 0; i < found.length; i++) {
      found[i] = values[results[i]];
    }
    return found;
  }

  /** Whether a node of the last run was NaN, whose bits operations need not agree on. */
  public boolean metNan() {
    for (float value : values) {
      if (Float.isNaN(value)) {
        return true;
      }
    }
    return false;
  }

  private float value(Value node, int[] from, float[] arguments) {
    float a = from.length > 0 ? values[from[0]] : 0;
    float b = from.length > 1 ? values[from[1]] : 0;
    float c = from.length > 2 ? values[from[2]] : 0;
    float d = from.length > 3 ? values[from[3]] : 0;
    return switch (node.operation()) {
      case INPUT -> arguments[inputs.indexOf(node.text())];
      case CONSTANT -> node.constant();
      case UNIFORM -> (float) uniforms.applyAsDouble(node.text());
      case PLUS -> a + b;
      case MINUS -> a - b;
      case TIMES -> a * b;
      case OVER -> a / b;
      case FMA -> Math.fma(a, b, c);
      case NEGATE -> Float.intBitsToFloat(Float.floatToRawIntBits(a) ^ 0x80000000);
      case ABS -> Float.intBitsToFloat(Float.floatToRawIntBits(a) & 0x7fffffff);
      case SQRT -> (float) Math.sqrt(a);
      case MAX -> Float.isNaN(a) || Float.compare(a, b) >= 0 ? a : b;
      case MIN, LIMIT -> Float.isNaN(a) || Float.compare(a, b) <= 0 ? a : b;
      case POWER -> Float.intBitsToFloat(Float.floatToRawIntBits(a) << 23);
      case COPY_SIGN -> isNegative(a) == isNegative(b) ? a : -a;
      case IF_LESS -> a < b ? c : d;
      case IF_AT_MOST -> a <= b ? c : d;
      case IF_EQUAL -> a == b ? c : d;
      case IF_NEGATIVE -> isNegative(a) ? b : c;
      case EITHER -> throw new IllegalArgumentException("a program has one way only");
    };
  }

  private static boolean isNegative(float value) {
    return Float.floatToRawIntBits(value) < 0;
  }
}
