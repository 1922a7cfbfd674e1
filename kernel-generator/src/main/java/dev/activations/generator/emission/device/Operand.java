package dev.activations.generator.emission.device;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An array of floats that a kernel takes.
 *
 * @param name what it is called
 * @param words what it is
 * @param perRow whether it has one element for each row
 */
record Operand(String name, String words, boolean perRow) {
  static final Operand INPUT = new Operand("x", "the input of the forward", false);
  static final Operand RESULT = result(false);
  static final Operand RESULT_PER_ROW = result(true);
  static final Operand OUTPUT = new Operand("y", "the output of the forward", false);
  static final Operand GRADIENT = gradient(false);
  static final Operand GRADIENT_PER_ROW = gradient(true);
  static final Operand INPUT_GRADIENT = new Operand("dx", "gets the gradient of its input", false);
  static final Operand PARTIALS = new Operand("partials", "the sums of the chunks", false);
  static final Operand SUMS = new Operand("sums", "the sums of the rows", true);

  private static Operand result(boolean perRow) {
    return new Operand("y", "gets the result; may be x if that is as wide", perRow);
  }

  private static Operand gradient(boolean perRow) {
    return new Operand("dy", "the gradient of its output", perRow);
  }

  /** The lines of a comment for some. */
  static String comment(List<Operand> operands) {
    return operands.stream()
        .map(operand -> "   * @param " + operand.name + " " + operand.words + "\n")
        .collect(Collectors.joining());
  }

  /** Some as parameters of a method, behind others. */
  static String parameters(List<Operand> operands) {
    return operands.stream()
        .map(operand -> ", FloatArray " + operand.name)
        .collect(Collectors.joining());
  }
}
