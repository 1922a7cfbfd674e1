package dev.activations.measuring.accuracy;

import dev.activations.Activation;
import dev.activations.RowOperation;
import dev.activations.measuring.work.Cell;
import dev.activations.measuring.work.Direction;
import dev.activations.reference.RowGradient;
import dev.activations.reference.RowOracle;

/**
 * What some of the results of a cell should be, in double. Who judges them knows what was found: a
 * backend is held to the bound that it promises, another system to a tolerance.
 */
public final class Definitions {
  private final Cell cell;
  private final float[] start;
  private final boolean saved;
  private final float[] dy;

  /** Is told of results, each by its index among all that were computed. */
  public interface Judge {
    /**
     * A value or a derivative.
     *
     * @param index of the result
     * @param x the input
     * @param expected the definition
     */
    void element(int index, float x, double expected);

    /**
     * The backward of a function: what is expected is dy times the slope.
     *
     * @param index of the result
     * @param x the input
     * @param dy the gradient
     * @param slope the definition of the derivative
     */
    void product(int index, float x, float dy, double slope);

    /**
     * An element of a row.
     *
     * @param index of the result
     * @param x what the row starts from
     * @param expected the textbook's result
     * @param terms the sum of the magnitudes that it is made of
     */
    void ofRow(int index, float x, double expected, double terms);
  }

  /**
   * Of a cell and its operands.
   *
   * @param cell what was computed
   * @param start the input; of the backward of a row operation perhaps what its forward left
   * @param saved whether it is what the forward left
   * @param dy the gradient; empty where there is none
   */
  public Definitions(Cell cell, float[] start, boolean saved, float[] dy) {
    this.cell = cell;
    this.start = start;
    this.saved = saved;
    this.dy = dy;
  }

  /**
   * Elements of an elementwise function at equal distances, the first among them.
   *
   * @param stride from one to the next
   * @param judge is told of each
   */
  public void elements(int stride, Judge judge) {
    Activation f = (Activation) cell.work().step();
    for (int i = 0; i < start.length; i += stride) {
      switch (cell.work().direction()) {
        case FORWARD -> judge.element(i, start[i], f.value(start[i]));
        case DERIVATIVE -> judge.element(i, start[i], f.derivative(start[i]));
        case BACKWARD -> judge.product(i, start[i], dy[i], f.derivative(start[i]));
      }
    }
  }

  /**
   * A row of a row operation.
   *
   * @param row which one
   * @param judge is told of each of its elements
   */
  public void row(int row, Judge judge) {
    RowOperation f = (RowOperation) cell.work().step();
    double[] input = part(start, row, cell.shape().columns());
    if (cell.work().direction() == Direction.BACKWARD) {
      boolean fromInput = f.kind() == RowOperation.Kind.LOGSUMEXP;
      double[] left = saved || fromInput ? input : RowOracle.forward(f, input);
      RowGradient exact = RowGradient.of(f, left, part(dy, row, cell.forwardColumns()));
      for (int i = 0; i < input.length; i++) {
        judge.ofRow(row * input.length + i, (float) input[i], exact.at(i), exact.terms(i));
      }
    } else {
      double[] expected = RowOracle.forward(f, input);
      double[] terms = RowOracle.forwardTerms(f, input, expected);
      for (int i = 0; i < expected.length; i++) {
        judge.ofRow(row * expected.length + i, (float) input[i], expected[i], terms[i]);
      }
    }
  }

  private static double[] part(float[] values, int row, int columns) {
    double[] part = new double[columns];
    for (int i = 0; i < columns; i++) {
      part[i] = values[row * columns + i];
    }
    return part;
  }
}
