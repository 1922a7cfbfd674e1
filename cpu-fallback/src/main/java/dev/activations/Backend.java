package dev.activations;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What computes: the CPU, or a device. It allocates {@link Tensor}s and puts them through
 * functions. {@link Backends#open} gives one.
 *
 * <p>Everywhere the output may be the input (in place). Shapes must agree: the message of the
 * {@link IllegalArgumentException} names both. A closed backend or tensor gives an {@link
 * IllegalStateException}, a failure of the device a {@link BackendException}; arguments are checked
 * before anything is written. One backend may be used by many threads at once.
 */
public interface Backend extends AutoCloseable {
  /**
   * The selector that opens this backend again.
   *
   * @return such as {@code cpu}
   */
  String name();

  /**
   * What computes, and how.
   *
   * @return one line for people
   */
  String description();

  /**
   * From how many elements on a call is faster here than on the CPU backend of this machine, the
   * way to the device and back included. Measured at the first call, which takes a second or two,
   * or set by the system property {@code activations.breakEven}.
   *
   * @return the elements; empty when the CPU is always faster, and for the CPU itself
   */
  default OptionalLong breakEven() {
    return OptionalLong.empty();
  }

  /**
   * The error that this backend keeps for a function: what its tests and {@code activations verify}
   * hold it to.
   *
   * @param f the function
   * @return the bound of the catalogue, unless the backend states one of its own
   */
  default ErrorBound valueBound(Activation f) {
    return ErrorBound.ofUlps(Shapes.present("f", f).entry().valueUlps())
        .orAbsolute(f.entry().valueFloor());
  }

  /**
   * The error that this backend keeps for the derivative of a function.
   *
   * @param f the function
   * @return the bound of the catalogue, unless the backend states one of its own
   */
  default ErrorBound derivativeBound(Activation f) {
    return ErrorBound.ofUlps(Shapes.present("f", f).entry().derivativeUlps())
        .orAbsolute(f.entry().derivativeFloor());
  }

  /**
   * The error that this backend keeps for a row operation, forward and backward.
   *
   * @param f the operation
   * @return the bound of the catalogue, unless the backend states one of its own
   */
  default ErrorBound rowBound(RowOperation f) {
    return ErrorBound.ofUlps(Shapes.present("f", f).entry().ulps())
        .orOfTerms(f.entry().condition());
  }

  /**
   * A tensor of zeros.
   *
   * @param rows zero or more
   * @param columns zero or more
   * @return a tensor that this backend computes on
   * @throws IllegalArgumentException when the shape is not one, see {@link Tensor#checkShape}
   * @throws BackendException when the memory does not suffice
   */
  Tensor allocate(long rows, long columns);

  /**
   * A tensor with given elements.
   *
   * @param rows zero or more
   * @param columns zero or more
   * @param values rows x columns elements, row after row, which are copied
   * @return a tensor that this backend computes on
   */
  default Tensor allocate(long rows, long columns, float... values) {
    int elements = Tensor.checkShape(rows, columns);
    Shapes.present("values", values);
    if (values.length != elements) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a tensor of %d x %d needs %d values, found %d",
              rows,
              columns,
              elements,
              values.length));
    }
    Tensor tensor = allocate(rows, columns);
    tensor.copyFrom(values);
    return tensor;
  }

  /**
   * Puts x through a pipeline.
   *
   * @param pipeline the steps, or their derivative
   * @param x the input, n x c
   * @param y gets the result, n x {@link Pipeline#outputColumns outputColumns(c)}; may be x
   */
  void run(Pipeline pipeline, Tensor x, Tensor y);

  /**
   * Puts float64 data through a pipeline: on the CPU, whatever the backend, in double precision
   * throughout.
   *
   * @param pipeline the steps, or their derivative
   * @param rows the number of rows
   * @param columns the number of columns
   * @param x the input, at least rows x columns elements
   * @param y gets the result, at least rows x {@link Pipeline#outputColumns outputColumns(columns)}
   *     elements; may be x when the columns are as many
   */
  default void run(Pipeline pipeline, int rows, int columns, double[] x, double[] y) {
    try (Backend cpu = Backends.open("cpu")) {
      cpu.run(pipeline, rows, columns, x, y);
    }
  }

  /**
   * y = x. It moves as many bytes as an elementwise function and computes nothing, so it is what
   * those are measured by.
   *
   * @param x the input
   * @param y gets the same elements, of x's shape
   */
  default void copy(Tensor x, Tensor y) {
    Shapes.require("y", y, Shapes.present("x", x).rows(), x.columns(), "copying x");
    y.copyFrom(x.toArray());
  }

  /**
   * Waits until what calls so far have started in the background is done, such as compiling faster
   * code for the functions that they used. Nobody has to: calls never wait for it. It is for
   * measurements, and for a start before the first user comes.
   *
   * @throws InterruptedException when the thread is interrupted while it waits
   */
  default void settle() throws InterruptedException {}

  /**
   * Runs calls of this backend and asks the driver of the device where their time went. That makes
   * it wait after every transfer and kernel: the calls take longer than others.
   *
   * @param calls calls of this backend, made by this thread
   * @return what the driver counted; empty when the backend has no driver to ask
   */
  default Optional<DeviceTimes> profile(Runnable calls) {
    Shapes.present("calls", calls).run();
    return Optional.empty();
  }

  /**
   * The backward of an elementwise function: dx = dy * f'(x).
   *
   * @param f the function
   * @param x the input of the forward
   * @param dy the gradient of the output, of x's shape
   * @param dx gets the gradient of the input, of x's shape; may be x or dy
   */
  void backward(Activation f, Tensor x, Tensor dy, Tensor dx);

  /**
   * The backward of a row operation, from what the forward left: softmax dx = y (dy - sum(dy y)) /
   * T, softmin with the opposite sign, log_softmax dx = (dy - exp(y) sum(dy)) / T, logsumexp dx =
   * dy softmax(x).
   *
   * @param f the operation
   * @param saved the output y of the forward; for logsumexp its input x
   * @param dy the gradient of the output: of y's shape, one column for logsumexp
   * @param dx gets the gradient of the input, of the shape of {@code saved}; may be either
   */
  void backward(RowOperation f, Tensor saved, Tensor dy, Tensor dx);

  /**
   * y = f(x).
   *
   * @param f the function
   * @param x the input
   * @param y gets the result, of x's shape; may be x
   */
  default void forward(Activation f, Tensor x, Tensor y) {
    run(Pipeline.of(Shapes.present("f", f)), x, y);
  }

  /**
   * y = f'(x).
   *
   * @param f the function
   * @param x the input
   * @param y gets the derivative, of x's shape; may be x
   */
  default void derivative(Activation f, Tensor x, Tensor y) {
    run(Pipeline.of(Shapes.present("f", f)).derivative(), x, y);
  }

  /**
   * y = f(x), row by row.
   *
   * @param f the operation
   * @param x the input
   * @param y gets the result, of x's shape, one column for logsumexp; may be x
   */
  default void forward(RowOperation f, Tensor x, Tensor y) {
    run(Pipeline.of(Shapes.present("f", f)), x, y);
  }

  /**
   * {@link RowOperation#SOFTMAX} of every row.
   *
   * @param x the input
   * @param y gets the result, of x's shape; may be x
   */
  default void softmax(Tensor x, Tensor y) {
    forward(RowOperation.SOFTMAX, x, y);
  }

  /**
   * The backward of {@link #softmax}: dx = y (dy - sum(dy y)).
   *
   * @param y the output of the forward
   * @param dy its gradient
   * @param dx gets the gradient of x; may be y or dy
   */
  default void softmaxBackward(Tensor y, Tensor dy, Tensor dx) {
    backward(RowOperation.SOFTMAX, y, dy, dx);
  }

  /**
   * {@link RowOperation#LOG_SOFTMAX} of every row.
   *
   * @param x the input
   * @param y gets the result, of x's shape; may be x
   */
  default void logSoftmax(Tensor x, Tensor y) {
    forward(RowOperation.LOG_SOFTMAX, x, y);
  }

  /**
   * The backward of {@link #logSoftmax}: dx = dy - exp(y) sum(dy).
   *
   * @param y the output of the forward
   * @param dy its gradient
   * @param dx gets the gradient of x; may be y or dy
   */
  default void logSoftmaxBackward(Tensor y, Tensor dy, Tensor dx) {
    backward(RowOperation.LOG_SOFTMAX, y, dy, dx);
  }

  /**
   * {@link RowOperation#LOGSUMEXP} of every row.
   *
   * @param x the input
   * @param y gets the result: as many rows, one column
   */
  default void logSumExp(Tensor x, Tensor y) {
    forward(RowOperation.LOGSUMEXP, x, y);
  }

  /**
   * The backward of {@link #logSumExp}: dx = dy softmax(x).
   *
   * @param x the input of the forward
   * @param dy the gradient of its output, one column
   * @param dx gets the gradient of x; may be x
   */
  default void logSumExpBackward(Tensor x, Tensor dy, Tensor dx) {
    backward(RowOperation.LOGSUMEXP, x, dy, dx);
  }

  /** Frees what the backend holds. A second call does nothing; tensors stay the caller's. */
  @Override
  void close();
}
