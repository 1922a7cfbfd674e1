package dev.activations;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a {@link Backend} is asked for: a pipeline, of one step or more, in a {@link Direction}. It
 * says which operands it takes and checks them, in the same words for every backend. Immutable;
 * equal when pipeline and direction are. A step and a pipeline keep theirs.
 *
 * <pre>{@code
 * Backend cpu = Backends.cpu();
 * Call call = RowOperation.SOFTMAX.backward();
 * call.operands(); // saved, dy, dx
 * try (Tensor y = cpu.allocate(1, 2, 0.25f, 0.75f);
 *     Tensor dy = cpu.allocate(1, 2, 1f, 0f)) {
 *   cpu.run(call, y, dy, dy); // as cpu.softmaxBackward(y, dy, dy)
 * }
 * }</pre>
 */
public final class Call {
  private final Pipeline pipeline;
  private final Direction direction;
  private final Operand[] operands;
  private final List<Operand> view;

  Call(Pipeline pipeline, Direction direction, Operand... operands) {
    this.pipeline = pipeline;
    this.direction = direction;
    this.operands = operands;
    view = Collections.unmodifiableList(Arrays.asList(operands));
  }

  /**
   * The steps.
   *
   * @return the pipeline; that of a derivative {@link Pipeline#isDerivative says so}
   */
  public Pipeline pipeline() {
    return pipeline;
  }

  /**
   * The step of a call of one step, as every backward is.
   *
   * @return the step
   * @throws IllegalArgumentException when there are more
   */
  public Step step() {
    if (pipeline.steps().size() > 1) {
      throw new IllegalArgumentException(
          this + " has more steps than one: ask for each of them, or for the pipeline");
    }
    return pipeline.steps().get(0);
  }

  /**
   * What is computed of them.
   *
   * @return the direction
   */
  public Direction direction() {
    return direction;
  }

  /**
   * The tensors that it takes.
   *
   * @return in the order in which {@link Backend#run(Call, Tensor...)} takes them: what is read
   *     before what is written, the first in the shape of the input
   */
  public List<Operand> operands() {
    return view;
  }

  /**
   * The bytes that it moves at least: every operand once, in float32.
   *
   * @param rows those of the input
   * @param columns those of the input
   * @return the bytes that are read and written
   */
  public long bytes(int rows, int columns) {
    long elements = 0;
    for (Operand operand : operands) {
      elements += (long) operand.rows(rows, columns) * operand.columns(rows, columns);
    }
    return elements * Float.BYTES;
  }

  /**
   * Checks the operands of a call of two: that they are there, and their shapes.
   *
   * @param first the first of {@link #operands}
   * @param second the second
   * @throws NullPointerException when one is null
   * @throws IllegalArgumentException when the call takes more or fewer, or a shape is wrong; the
   *     message names what was expected and what was found
   */
  public void check(Tensor first, Tensor second) {
    requireCount(2);
    int rows = Shapes.present(operands[0].name(), first).rows();
    operands[1].check(second, rows, first.columns());
  }

  /**
   * Checks the operands of a call of three: that they are there, and their shapes.
   *
   * @param first the first of {@link #operands}
   * @param second the second
   * @param third the third
   * @throws NullPointerException when one is null
   * @throws IllegalArgumentException when the call takes more or fewer, or a shape is wrong; the
   *     message names what was expected and what was found
   */
  public void check(Tensor first, Tensor second, Tensor third) {
    requireCount(3);
    int rows = Shapes.present(operands[0].name(), first).rows();
    int columns = first.columns();
    operands[1].check(second, rows, columns);
    operands[2].check(third, rows, columns);
  }

  /**
   * Checks the arrays of a call of two operands in float64, which are their shapes from element 0
   * on: that they are there, long enough, and the same one only where the elements are the same.
   *
   * @param rows those of the input
   * @param columns those of the input
   * @param first the first of {@link #operands}
   * @param second the second
   * @throws NullPointerException when one is null
   * @throws IllegalArgumentException when the call takes more or fewer, or one does not fit; the
   *     message names what was expected and what was found
   */
  public void check(int rows, int columns, double[] first, double[] second) {
    requireCount(2);
    operands[0].check(first, rows, columns);
    operands[1].check(second, rows, columns);
    requireApart(rows, columns, 0, first, 1, second);
  }

  /**
   * Checks the arrays of a call of three operands in float64, see {@link #check(int, int, double[],
   * double[])}.
   *
   * @param rows those of the input
   * @param columns those of the input
   * @param first the first of {@link #operands}
   * @param second the second
   * @param third the third
   * @throws NullPointerException when one is null
   * @throws IllegalArgumentException when the call takes more or fewer, or one does not fit; the
   *     message names what was expected and what was found
   */
  public void check(int rows, int columns, double[] first, double[] second, double[] third) {
    requireCount(3);
    operands[0].check(first, rows, columns);
    operands[1].check(second, rows, columns);
    operands[2].check(third, rows, columns);
    requireApart(rows, columns, 0, first, 1, second);
    requireApart(rows, columns, 0, first, 2, third);
    requireApart(rows, columns, 1, second, 2, third);
  }

  /** Of two operands, of which the later one is written when one of them is. */
  private void requireApart(
      int rows, int columns, int in, double[] read, int out, double[] written) {
    Operand output = operands[out];
    if (read == written && output.isWritten()) {
      Operand input = operands[in];
      Shapes.requireApart(
          output.name(),
          0,
          output.rows(rows, columns) * output.columns(rows, columns),
          input.name(),
          0,
          input.rows(rows, columns) * input.columns(rows, columns));
    }
  }

  private void requireCount(int count) {
    if (count != operands.length) {
      throw wrongCount(count);
    }
  }

  /** The refusal of more or fewer operands. */
  IllegalArgumentException wrongCount(int found) {
    return new IllegalArgumentException(
        this
            + " takes "
            + operands.length
            + " operands, "
            + view.stream().map(Operand::name).collect(Collectors.joining(", "))
            + "; found "
            + found);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Call
        && direction == ((Call) other).direction
        && pipeline.equals(((Call) other).pipeline);
  }

  @Override
  public int hashCode() {
    return 31 * pipeline.hashCode() + direction.name().hashCode();
  }

  /** The pipeline in words, such as {@code backward of softmax}. */
  @Override
  public String toString() {
    return direction == Direction.BACKWARD ? "backward of " + pipeline : pipeline.toString();
  }
}
