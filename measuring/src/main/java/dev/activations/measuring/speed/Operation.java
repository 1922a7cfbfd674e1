package dev.activations.measuring.speed;

import dev.activations.Backend;
import dev.activations.Call;
import dev.activations.Direction;
import dev.activations.Operand;
import dev.activations.Saved;
import dev.activations.Step;
import dev.activations.Tensor;
import dev.activations.measuring.work.Cell;

/** A call of a backend that is measured, with operands that outlive it. */
public final class Operation implements AutoCloseable {
  static final long X_SEED = 1;
  private static final long DY_SEED = 2;

  private final Backend backend;
  private final Cell cell;
  private final Call call;

  /** In the order of the call: what it starts from first, what it writes last. */
  private final Tensor[] operands;

  /** Makes the elements of an operand, once there is memory for it. */
  public interface Values {
    /**
     * The elements.
     *
     * @param count how many
     * @return as many
     */
    float[] of(int count);
  }

  private Operation(Backend backend, Cell cell) {
    this.backend = backend;
    this.cell = cell;
    call = cell.work().call();
    operands = new Tensor[call.operands().size()];
  }

  /** Allocates the operands of a cell, and fills them with normal deviates. */
  static Operation of(Backend backend, Cell cell) {
    return of(backend, cell, n -> Deviates.of(X_SEED, n), n -> Deviates.of(DY_SEED, n));
  }

  /**
   * Allocates the operands of a cell.
   *
   * @param backend computes it
   * @param cell the work and the shape of the input
   * @param x the input
   * @param dy the gradient, which a backward alone asks for
   * @return the call, to be closed
   */
  public static Operation of(Backend backend, Cell cell, Values x, Values dy) {
    Operation operation = new Operation(backend, cell);
    try {
      operation.allocate(x, dy);
      operation.prepare();
      return operation;
    } catch (RuntimeException | Error failure) {
      operation.close();
      throw failure;
    }
  }

  private void allocate(Values first, Values others) {
    for (int i = 0; i < operands.length; i++) {
      Operand operand = call.operands().get(i);
      int rows = operand.rows(cell.shape().rows(), cell.shape().columns());
      int columns = operand.columns(cell.shape().rows(), cell.shape().columns());
      operands[i] =
          operand.isWritten()
              ? backend.allocate(rows, columns)
              : filled(backend, i == 0 ? first : others, rows, columns);
    }
  }

  static Tensor filled(Backend backend, Values values, int rows, int columns) {
    // The backend first: it says what to do when there is not enough memory.
    Tensor tensor = backend.allocate(rows, columns);
    try {
      tensor.copyFrom(values.of(tensor.elements()));
      return tensor;
    } catch (RuntimeException | Error failure) {
      tensor.close();
      throw failure;
    }
  }

  /** A backward may start from the output of the forward. */
  private void prepare() {
    Step step = cell.work().step();
    if (call.direction() == Direction.BACKWARD && step.saved() == Saved.OUTPUT) {
      backend.run(step.forward(), operands[0], operands[0]);
    }
  }

  /** Computes once. */
  public void call() {
    backend.run(call, operands);
  }

  /** What has to be read and written: each operand once. */
  long bytes() {
    return cell.bytes();
  }

  Cell cell() {
    return cell;
  }

  /** What the call starts from: x, or what the forward left of it. */
  float[] input() {
    return operands[0].toArray();
  }

  /** The gradient of a backward; nothing for other calls. */
  float[] incoming() {
    return call.direction() == Direction.BACKWARD ? operands[1].toArray() : new float[0];
  }

  float[] result() {
    return operands[operands.length - 1].toArray();
  }

  /**
   * Copies out what the last call wrote.
   *
   * @param output gets all elements
   */
  public void copyOutput(float[] output) {
    operands[operands.length - 1].copyTo(output);
  }

  @Override
  public void close() {
    for (Tensor tensor : operands) {
      // Null where the allocation of one before it has failed.
      if (tensor != null) {
        tensor.close();
      }
    }
  }
}
