package dev.activations.generator.emission.cpu;

import dev.activations.generator.expression.Operation;
import dev.activations.generator.expression.Program;
import dev.activations.generator.expression.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An algorithm as straight lines of Vector API calls. C2 puts vectors into objects as soon as they
 * pass through methods of ours, so a kernel is one flat method without a helper.
 */
final class VectorCode {
  /** The vectors of the JVM's choice. */
  static final String WIDE = "SPECIES";

  /** Vectors of at most half a cache line. */
  static final String NARROW = "NARROW";

  /** Fewer operations than this, and loads and stores are what takes the time. */
  private static final int FEW = 8;

  private final Program program;
  private final String species;
  private final List<String> constants = new ArrayList<>();
  private final List<String> body = new ArrayList<>();
  private final Map<Value, String> names = new HashMap<>();
  private final Map<String, String> masks = new HashMap<>();

  /**
   * Code for one vector.
   *
   * @param program the algorithm
   * @param inputs the vectors that hold its inputs
   */
  VectorCode(Program program, Map<String, String> inputs) {
    this.program = program;
    species = species(program);
    for (Value node : program.nodes()) {
      emit(node, inputs);
    }
  }

  /** Lines before the loop. */
  List<String> constants() {
    return constants;
  }

  /** Lines in the loop. */
  List<String> body() {
    return body;
  }

  /**
   * Java arrays begin anywhere in a cache line, so that every vector of a whole line lies across
   * two: where little is computed, narrower ones are faster.
   */
  private static String species(Program program) {
    return program.size() < FEW ? NARROW : WIDE;
  }

  /** The name of the species. */
  String species() {
    return species;
  }

  /** What the program computes. */
  List<Value> results() {
    return program.results();
  }

  /** The vector that holds a value of the program. */
  String name(Value value) {
    return names.getOrDefault(value, "");
  }

  private void emit(Value node, Map<String, String> inputs) {
    Operation operation = node.operation();
    if (operation == Operation.INPUT) {
      names.put(node, inputs.get(node.text()));
    } else if (operation.isLeaf()) {
      String name = "c" + constants.size();
      String number = operation == Operation.CONSTANT ? Literals.of(node.constant()) : node.text();
      constants.add("FloatVector " + name + " = " + VectorCalls.broadcast(species, number) + ";");
      names.put(node, name);
    } else {
      String code = code(node);
      String name = "v" + body.size();
      body.add("FloatVector " + name + " = " + code + ";");
      names.put(node, name);
    }
  }

  private String code(Value node) {
    List<String> o = node.operands().stream().map(this::name).toList();
    return switch (node.operation()) {
      case PLUS -> VectorCalls.lanewise("ADD", o);
      case MINUS -> VectorCalls.lanewise("SUB", o);
      case TIMES -> VectorCalls.lanewise("MUL", o);
      case OVER -> VectorCalls.lanewise("DIV", o);
      case FMA -> VectorCalls.lanewise("FMA", o);
      case NEGATE -> VectorCalls.lanewise("NEG", o);
      case ABS -> VectorCalls.lanewise("ABS", o);
      case SQRT -> VectorCalls.lanewise("SQRT", o);
      // As Math.max and Math.min order the zeros.
      case MAX -> bounded(o, isNegativeZero(node.operand(1)) ? "LT" : "LE");
      case MIN -> bounded(o, "GT");
      case LIMIT -> ofBits("MIN", bits(o.get(0)), bits(o.get(1)));
      case IF_NEGATIVE -> {
        String other = bits(o.get(2));
        String difference = VectorCalls.lanewise("XOR", bits(o.get(1)), other);
        yield ofBits("XOR", VectorCalls.lanewise("AND", difference, signs(o.get(0))), other);
      }
      case POWER -> ofBits("LSHL", bits(o.get(0)), "23");
      case COPY_SIGN -> {
        String size = VectorCalls.broadcastBits(species, "0x7fffffff");
        String sign = VectorCalls.broadcastBits(species, "0x80000000");
        yield ofBits(
            "OR",
            VectorCalls.lanewise("AND", bits(o.get(0)), size),
            VectorCalls.lanewise("AND", bits(o.get(1)), sign));
      }
      case IF_LESS -> choice(o, mask(o.get(1), "GT", o.get(0)));
      case IF_AT_MOST -> choice(o, mask(o.get(0), "LE", o.get(1)));
      case IF_EQUAL -> choice(o, mask(o.get(0), "EQ", o.get(1)));
      case INPUT, CONSTANT, UNIFORM, EITHER ->
          throw new IllegalArgumentException(
              "a vector operation was expected: " + node.operation());
    };
  }

  private String bits(String vector) {
    return VectorCalls.bits(species, vector);
  }

  private String ofBits(String operator, String... bits) {
    return VectorCalls.ofBits(species, VectorCalls.lanewise(operator, bits));
  }

  private static boolean isNegativeZero(Value value) {
    return value.operation() == Operation.CONSTANT
        && Float.floatToRawIntBits(value.constant()) == Integer.MIN_VALUE;
  }

  private String bounded(List<String> o, String comparison) {
    return o.get(0) + ".blend(" + o.get(1) + ", " + mask(o.get(0), comparison, o.get(1)) + ")";
  }

  private static String choice(List<String> o, String mask) {
    return o.get(3) + ".blend(" + o.get(2) + ", " + mask + ")";
  }

  private String signs(String value) {
    return masks.computeIfAbsent(
        value,
        key -> {
          String name = "s" + masks.size();
          String signs = VectorCalls.lanewise("ASHR", bits(value), "31");
          body.add("IntVector " + name + " = " + signs + ";");
          return name;
        });
  }

  private String mask(String left, String comparison, String right) {
    String code = left + ".compare(" + comparison + ", " + right + ")";
    return masks.computeIfAbsent(
        code,
        key -> {
          String name = "m" + masks.size();
          body.add("VectorMask<Float> " + name + " = " + code + ";");
          return name;
        });
  }
}
