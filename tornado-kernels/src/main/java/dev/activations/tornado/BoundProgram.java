package dev.activations.tornado;

import dev.activations.tornado.Program.Operand;
import java.util.List;

/**
 * A program with its sizes and parameters.
 *
 * @param program what runs
 * @param words what it is to people: the pipeline or the backward, and the shape
 * @param rows of all operands
 * @param columns of the input
 * @param gradientColumns of dy
 * @param outputColumns of the result
 * @param parameters for each step, the floats that its kernels take
 */
record BoundProgram(
    Program program,
    String words,
    int rows,
    int columns,
    int gradientColumns,
    int outputColumns,
    List<float[]> parameters) {

  int columns(Operand operand) {
    return switch (operand) {
      case DY -> gradientColumns;
      case OUT -> outputColumns;
      case X, VALUE, PARTIALS, SUMS -> columns;
    };
  }

  int widestColumns() {
    return Math.max(columns, Math.max(gradientColumns, outputColumns));
  }

  /** The same call over rows of one element, where rows do not matter: any cut will do. */
  BoundProgram flat() {
    return new BoundProgram(program, words, rows * columns, 1, 1, 1, parameters);
  }
}
