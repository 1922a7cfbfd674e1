package dev.activations.measuring.speed;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.RowOperation;
import dev.activations.Step;
import dev.activations.Tensor;
import org.jspecify.annotations.Nullable;

/** A call that is measured, with its operands. */
final class Operation implements AutoCloseable {
  static final long X_SEED = 1;
  private static final long DY_SEED = 2;

  private final Backend backend;
  private final Step step;
  private final Direction direction;
  private final Tensor x;
  private final @Nullable Tensor dy;
  private final Tensor out;

  private Operation(
      Backend backend, Step step, Direction direction, Tensor x, @Nullable Tensor dy, Tensor out) {
    this.backend = backend;
    this.step = step;
    this.direction = direction;
    this.x = x;
    this.dy = dy;
    this.out = out;
  }

  /** Allocates and fills the operands of a cell. */
  static Operation of(Backend backend, Cell cell) {
    Step step = Step.parse(cell.function());
    boolean backward = cell.direction() == Direction.BACKWARD;
    int width = step instanceof RowOperation f ? f.outputColumns(cell.columns()) : cell.columns();
    Tensor x = null;
    Tensor dy = null;
    try {
      x = filled(backend, X_SEED, cell.rows(), cell.columns());
      dy = backward ? filled(backend, DY_SEED, cell.rows(), width) : null;
      Tensor out = backend.allocate(cell.rows(), backward ? cell.columns() : width);
      Operation operation = new Operation(backend, step, cell.direction(), x, dy, out);
      operation.prepare();
      return operation;
    } catch (RuntimeException | Error failure) {
      close(x);
      close(dy);
      throw failure;
    }
  }

  static Tensor filled(Backend backend, long seed, int rows, int columns) {
    // The backend first: it says what to do when there is not enough memory.
    Tensor tensor = backend.allocate(rows, columns);
    try {
      tensor.copyFrom(Deviates.of(seed, tensor.elements()));
      return tensor;
    } catch (RuntimeException | Error failure) {
      tensor.close();
      throw failure;
    }
  }

  /** The backward of most row operations starts from the output of the forward. */
  private void prepare() {
    if (direction == Direction.BACKWARD && step instanceof RowOperation f && !isFromInput(f)) {
      backend.forward(f, x, x);
    }
  }

  private static boolean isFromInput(RowOperation f) {
    return f.kind() == RowOperation.Kind.LOGSUMEXP;
  }

  void call() {
    if (direction == Direction.BACKWARD) {
      backward(gradient());
    } else if (direction == Direction.DERIVATIVE) {
      backend.derivative((Activation) step, x, out);
    } else if (step instanceof Activation f) {
      backend.forward(f, x, out);
    } else {
      backend.forward((RowOperation) step, x, out);
    }
  }

  private void backward(Tensor gradient) {
    if (step instanceof Activation f) {
      backend.backward(f, x, gradient, out);
    } else {
      backend.backward((RowOperation) step, x, gradient, out);
    }
  }

  private Tensor gradient() {
    if (dy == null) {
      throw new IllegalStateException("a backward without a gradient");
    }
    return dy;
  }

  /** What has to be read and written: each operand once. */
  long bytes() {
    return Float.BYTES * ((long) x.elements() + (dy == null ? 0 : dy.elements()) + out.elements());
  }

  Step step() {
    return step;
  }

  Direction direction() {
    return direction;
  }

  int rows() {
    return x.rows();
  }

  float[] input() {
    return x.toArray();
  }

  float[] incoming() {
    return gradient().toArray();
  }

  float[] result() {
    return out.toArray();
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
