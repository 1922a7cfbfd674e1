package dev.activations.generator.emission.cpu;

import dev.activations.generator.expression.Value;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A node as an expression of plain Java, on floats. */
final class PlainCode {
  private PlainCode() {}

  /**
   * The expression.
   *
   * @param node what is computed
   * @param name the Java expression of each operand
   * @param fma the method that multiplies and adds with one rounding
   */
  static String of(Value node, Function<Value, String> name, String fma) {
    List<String> o = node.operands().stream().map(name).toList();
    return switch (node.operation()) {
      case PLUS -> o.get(0) + " + " + o.get(1);
      case MINUS -> o.get(0) + " - " + o.get(1);
      case TIMES -> o.get(0) + " * " + o.get(1);
      case OVER -> o.get(0) + " / " + o.get(1);
      case FMA -> fma + "(" + o.get(0) + ", " + o.get(1) + ", " + o.get(2) + ")";
      case NEGATE -> "-" + o.get(0);
      case ABS -> "Math.abs(" + o.get(0) + ")";
      case SQRT -> "(float) Math.sqrt(" + o.get(0) + ")";
      case MAX -> "Math.max(" + o.get(0) + ", " + o.get(1) + ")";
      case MIN, LIMIT -> "Math.min(" + o.get(0) + ", " + o.get(1) + ")";
      case POWER -> "Float.intBitsToFloat(Float.floatToRawIntBits(" + o.get(0) + ") << 23)";
      case COPY_SIGN ->
          String.format(
              Locale.ROOT,
              "Float.intBitsToFloat((Float.floatToRawIntBits(%s) & 0x7fffffff)"
                  + " | (Float.floatToRawIntBits(%s) & 0x80000000))",
              o.get(0),
              o.get(1));
      case IF_LESS -> choice(o, "<");
      case IF_AT_MOST -> choice(o, "<=");
      case IF_EQUAL -> choice(o, "==");
      case IF_NEGATIVE ->
          String.format(
              Locale.ROOT,
              "Float.floatToRawIntBits(%s) < 0 ? %s : %s",
              o.get(0),
              o.get(1),
              o.get(2));
      case INPUT, CONSTANT, UNIFORM, EITHER ->
          throw new IllegalArgumentException("an operation was expected: " + node.operation());
    };
  }

  private static String choice(List<String> o, String comparison) {
    return o.get(0) + " " + comparison + " " + o.get(1) + " ? " + o.get(2) + " : " + o.get(3);
  }
}
