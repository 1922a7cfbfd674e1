package dev.activations.measuring.speed;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.Pipeline;
import dev.activations.RowOperation;
import dev.activations.Step;
import dev.activations.Tensor;
import dev.activations.measuring.work.Cell;
import dev.activations.measuring.work.Direction;
import org.jspecify.annotations.Nullable;

/** A call of a backend that is measured, with operands that outlive it. */
public final class Operation implements AutoCloseable {
  static final long X_SEED = 1;
  private static final long DY_SEED = 2;

  private final Cell cell;
  private final Tensor x;
  private final @Nullable Tensor dy;
  private final Tensor out;
  private final Runnable call;

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

  private Operation(Backend backend, Cell cell, Tensor x, @Nullable Tensor dy, Tensor out) {
    this.cell = cell;
    this.x = x;
    this.dy = dy;
    this.out = out;
    this.call = call(backend);
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
    int rows = cell.shape().rows();
    Tensor input = null;
    Tensor gradient = null;
    try {
      input = filled(backend, x, rows, cell.shape().columns());
      gradient =
          cell.work().direction() == Direction.BACKWARD
              ? filled(backend, dy, rows, cell.forwardColumns())
              : null;
      Tensor out = backend.allocate(rows, cell.outputColumns());
      Operation operation = new Operation(backend, cell, input, gradient, out);
      operation.prepare(backend);
      return operation;
    } catch (RuntimeException | Error failure) {
      close(input);
      close(gradient);
      throw failure;
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

  private Runnable call(Backend backend) {
    Step step = cell.work().step();
    switch (cell.work().direction()) {
      case FORWARD -> {
        Pipeline forward = Pipeline.of(step);
        return () -> backend.run(forward, x, out);
      }
      case DERIVATIVE -> {
        Pipeline derivative = Pipeline.of(step).derivative();
        return () -> backend.run(derivative, x, out);
      }
      default -> {
        Tensor gradient = gradient();
        return step instanceof Activation f
            ? () -> backend.backward(f, x, gradient, out)
            : () -> backend.backward((RowOperation) step, x, gradient, out);
      }
    }
  }

  /** The backward of most row operations starts from the output of the forward. */
  private void prepare(Backend backend) {
    if (cell.work().direction() == Direction.BACKWARD
        && cell.work().step() instanceof RowOperation f
        && f.kind() != RowOperation.Kind.LOGSUMEXP) {
      backend.forward(f, x, x);
    }
  }

  /** Computes once. */
  public void call() {
    call.run();
  }

  private Tensor gradient() {
    if (dy == null) {
      throw new IllegalStateException("a backward without a gradient");
    }
    return dy;
  }

  /** What has to be read and written: each operand once. */
  long bytes() {
    return Float.BYTES * ((long) x.elements() + cell.gradientElements() + out.elements());
  }

  Cell cell() {
    return cell;
  }

  /** What the call starts from: x, or what the forward left of it. */
  float[] input() {
    return x.toArray();
  }

  float[] incoming() {
    return dy == null ? new float[0] : dy.toArray();
  }

  float[] result() {
    return out.toArray();
  }

  /**
   * Copies out what the last call wrote.
   *
   * @param output gets all elements
   */
  public void copyOutput(float[] output) {
    out.copyTo(output);
  }

  @Override
  public void close() {
    close(x);
    close(dy);
    close(out);
  }

  private static void close(@Nullable Tensor tensor) {
    if (tensor != null) {
      tensor.close();
    }
  }
}
