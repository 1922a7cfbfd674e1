package dev.activations;

import java.util.Locale;

/**
 * What computes: the CPU, or a device. It allocates {@link Tensor}s and puts them through
 * functions. {@link Backends#open} gives one.
 *
 * <p>An output may be an input of the same shape (in place): the same tensor, another {@link #wrap}
 * of the same elements, the same {@code double[]}. An output that shares some elements with an
 * input and not all, such as one of {@link RowOperation#LOGSUMEXP} in the array of its input, is
 * refused. Shapes must agree: the message of the {@link IllegalArgumentException} names both. A
 * closed backend or tensor gives an {@link IllegalStateException}, a failure of the device a {@link
 * BackendException}; arguments are checked before anything is written. One backend may be used by
 * many threads at once.
 *
 * <p>float64: the forms with {@code double[]} compute the definitions in double precision, on the
 * CPU whatever the backend.
 *
 * <pre>{@code
 * Backend cpu = Backends.cpu(); // shared by the whole program, never closed
 * float[] batch = {1, 2, 3, 4, 5, 6};
 * float[] gradient = {1, 0, 0, 0, 0, 1};
 * try (Tensor y = cpu.wrap(batch, 2, 3); // 2 rows, 3 columns, without a copy
 *     Tensor dy = cpu.wrap(gradient, 2, 3)) {
 *   cpu.softmax(y, y); // batch holds the probabilities
 *   cpu.softmaxBackward(y, dy, dy); // gradient holds that of the logits
 * }
 * }</pre>
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
   * The error that this backend keeps for a call of one step: what its tests and {@code activations
   * verify} hold it to. That of the backward of an elementwise function is that of its derivative.
   *
   * @param call the call
   * @return the bound of the catalogue, unless the backend states one of its own
   * @throws IllegalArgumentException when the call has more steps than one
   */
  default ErrorBound bound(Call call) {
    return Shapes.present("call", call).step().bound(call.direction());
  }

  /**
   * What measurements ask of a backend.
   *
   * @return its instruments, which work until it is closed
   */
  default Instruments instruments() {
    return Uninstrumented.SHARED;
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
   * A part of an array as a tensor: what is written to one is seen in the other. The CPU computes
   * in the array itself; a device copies the part in at each call that reads it, and out at the end
   * of each call that writes it, and keeps no copy between calls.
   *
   * <p>Two tensors may be parts of one array. Each operand of a call is read before the output is
   * written when they are the same elements; when they share some elements only, the call is
   * refused.
   *
   * @param data the array, which stays the caller's; it may be longer than the part
   * @param offset the index of the first element of the part
   * @param rows zero or more
   * @param columns zero or more
   * @return a tensor of this backend; closing it leaves the array as it is
   * @throws IllegalArgumentException when the shape is not one, or the array ends before the part
   * @throws UnsupportedOperationException when the backend cannot; those of this library can
   */
  default Tensor wrap(float[] data, int offset, int rows, int columns) {
    throw new UnsupportedOperationException(
        name() + " computes in memory of its own alone: allocate a tensor and copy");
  }

  /**
   * The first elements of an array as a tensor, see {@link #wrap(float[], int, int, int)}.
   *
   * @param data the array, which stays the caller's; it may be longer than the tensor
   * @param rows zero or more
   * @param columns zero or more
   * @return a tensor of this backend; closing it leaves the array as it is
   * @throws IllegalArgumentException when the shape is not one, or the array is shorter
   */
  default Tensor wrap(float[] data, int rows, int columns) {
    return wrap(data, 0, rows, columns);
  }

  /**
   * Computes a call: the verb of a backend, and all that it has to do. Whatever else computes says
   * the same in other words. This form makes an array for each call; those of two and three
   * operands, which a backend implements, make none.
   *
   * @param call what to compute
   * @param operands those that it takes, in the order of {@link Call#operands}; one that is written
   *     may be one that is read
   * @throws IllegalArgumentException when there are more or fewer, or a shape is wrong
   */
  default void run(Call call, Tensor... operands) {
    int count = Shapes.present("operands", operands).length;
    if (count == 2) {
      run(call, operands[0], operands[1]);
    } else if (count == 3) {
      run(call, operands[0], operands[1], operands[2]);
    } else {
      throw Shapes.present("call", call).wrongCount(count);
    }
  }

  /**
   * {@link #run(Call, Tensor...)} of two operands: a form of its own, so that a call never
   * allocates, not even an array.
   *
   * @param call what to compute, see {@link Call#check(Tensor, Tensor)}
   * @param first the first of its operands
   * @param second the second
   */
  void run(Call call, Tensor first, Tensor second);

  /**
   * {@link #run(Call, Tensor...)} of three operands.
   *
   * @param call what to compute, see {@link Call#check(Tensor, Tensor, Tensor)}
   * @param first the first of its operands
   * @param second the second
   * @param third the third
   */
  void run(Call call, Tensor first, Tensor second, Tensor third);

  /**
   * Puts x through a pipeline.
   *
   * @param pipeline the steps, or their derivative
   * @param x the input, n x c
   * @param y gets the result, n x {@link Pipeline#outputColumns outputColumns(c)}; may be x
   */
  default void run(Pipeline pipeline, Tensor x, Tensor y) {
    run(Shapes.present("pipeline", pipeline).call(), x, y);
  }

  /**
   * Computes a call in float64: on the CPU, whatever the backend, in double precision throughout.
   *
   * @param call what to compute
   * @param rows the rows of its input
   * @param columns the columns of its input
   * @param operands those that it takes, in the order of {@link Call#operands}, each of at least as
   *     many elements as its shape has
   * @throws IllegalArgumentException when there are more or fewer, or one is too short
   */
  default void run(Call call, int rows, int columns, double[]... operands) {
    int count = Shapes.present("operands", operands).length;
    if (count == 2) {
      run(call, rows, columns, operands[0], operands[1]);
    } else if (count == 3) {
      run(call, rows, columns, operands[0], operands[1], operands[2]);
    } else {
      throw Shapes.present("call", call).wrongCount(count);
    }
  }

  /**
   * {@link #run(Call, int, int, double[]...)} of two operands.
   *
   * @param call what to compute
   * @param rows the rows of its input
   * @param columns the columns of its input
   * @param first the first of its operands
   * @param second the second
   */
  default void run(Call call, int rows, int columns, double[] first, double[] second) {
    Backends.cpu().run(call, rows, columns, first, second);
  }

  /**
   * {@link #run(Call, int, int, double[]...)} of three operands.
   *
   * @param call what to compute
   * @param rows the rows of its input
   * @param columns the columns of its input
   * @param first the first of its operands
   * @param second the second
   * @param third the third
   */
  default void run(
      Call call, int rows, int columns, double[] first, double[] second, double[] third) {
    Backends.cpu().run(call, rows, columns, first, second, third);
  }

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
    run(Shapes.present("pipeline", pipeline).call(), rows, columns, x, y);
  }

  /**
   * y = f(x) in float64.
   *
   * @param f the function
   * @param rows the number of rows
   * @param columns the number of columns
   * @param x the input, at least rows x columns elements
   * @param y gets the result, at least as many; may be x
   */
  default void forward(Activation f, int rows, int columns, double[] x, double[] y) {
    run(Shapes.present("f", f).forward(), rows, columns, x, y);
  }

  /**
   * y = f'(x) in float64.
   *
   * @param f the function
   * @param rows the number of rows
   * @param columns the number of columns
   * @param x the input, at least rows x columns elements
   * @param y gets the derivative, at least as many; may be x
   */
  default void derivative(Activation f, int rows, int columns, double[] x, double[] y) {
    run(Shapes.present("f", f).derivative(), rows, columns, x, y);
  }

  /**
   * y = f(x), row by row, in float64.
   *
   * @param f the operation
   * @param rows the number of rows
   * @param columns the number of columns
   * @param x the input, at least rows x columns elements
   * @param y gets the result, at least as many, for logsumexp one for each row; may be x when the
   *     columns are as many
   */
  default void forward(RowOperation f, int rows, int columns, double[] x, double[] y) {
    run(Shapes.present("f", f).forward(), rows, columns, x, y);
  }

  /**
   * The backward of an elementwise function in float64: dx = dy * f'(x).
   *
   * @param f the function
   * @param rows the number of rows
   * @param columns the number of columns
   * @param x the input of the forward, at least rows x columns elements
   * @param dy the gradient of the output, at least as many
   * @param dx gets the gradient of the input, at least as many; may be x or dy
   */
  default void backward(Activation f, int rows, int columns, double[] x, double[] dy, double[] dx) {
    run(Shapes.present("f", f).backward(), rows, columns, x, dy, dx);
  }

  /**
   * The backward of a row operation in float64, see {@link #backward(RowOperation, Tensor, Tensor,
   * Tensor)}. What is infinite or NaN in dy has the consequences that it has there.
   *
   * @param f the operation
   * @param rows the number of rows
   * @param columns the number of columns
   * @param saved the output y of the forward, for logsumexp its input x; at least rows x columns
   *     elements
   * @param dy the gradient of the output, as many, for logsumexp one for each row
   * @param dx gets the gradient of the input, at least rows x columns elements; may be {@code
   *     saved}, or dy when the columns are as many
   */
  default void backward(
      RowOperation f, int rows, int columns, double[] saved, double[] dy, double[] dx) {
    run(Shapes.present("f", f).backward(), rows, columns, saved, dy, dx);
  }

  /**
   * The backward of an elementwise function: dx = dy * f'(x), the float product of dy and of what
   * {@link #derivative} gives, whatever their magnitudes: infinity times 0 is NaN.
   *
   * @param f the function
   * @param x the input of the forward
   * @param dy the gradient of the output, of x's shape
   * @param dx gets the gradient of the input, of x's shape; may be x or dy
   */
  default void backward(Activation f, Tensor x, Tensor dy, Tensor dx) {
    run(Shapes.present("f", f).backward(), x, dy, dx);
  }

  /**
   * The backward of a row operation, from what the forward left: softmax dx = y (dy - sum(dy y)) /
   * T, softmin with the opposite sign, log_softmax dx = (dy - exp(y) sum(dy)) / T, logsumexp dx =
   * dy softmax(x).
   *
   * <p>No digits are lost beside an element that has nearly all of the probability: its 1 - p is
   * the probability of the others, so the error is bounded in proportion to |dy_i| (1 - p_i) + p_i
   * sum(|dy_j|) over the others (times p_j of each, and p_i, for softmax), over T. A finite dy
   * gives no NaN, and an infinity only where the result is beyond a float. A dy that is NaN or
   * infinite makes its row of dx NaN, and no other; that of logsumexp is multiplied with
   * softmax(x).
   *
   * @param f the operation
   * @param saved the output y of the forward; for logsumexp its input x
   * @param dy the gradient of the output: of y's shape, one column for logsumexp
   * @param dx gets the gradient of the input, of the shape of {@code saved}; may be either
   */
  default void backward(RowOperation f, Tensor saved, Tensor dy, Tensor dx) {
    run(Shapes.present("f", f).backward(), saved, dy, dx);
  }

  /**
   * y = f(x).
   *
   * @param f the function
   * @param x the input
   * @param y gets the result, of x's shape; may be x
   */
  default void forward(Activation f, Tensor x, Tensor y) {
    run(Shapes.present("f", f).forward(), x, y);
  }

  /**
   * y = f'(x).
   *
   * @param f the function
   * @param x the input
   * @param y gets the derivative, of x's shape; may be x
   */
  default void derivative(Activation f, Tensor x, Tensor y) {
    run(Shapes.present("f", f).derivative(), x, y);
  }

  /**
   * y = f(x), row by row.
   *
   * @param f the operation
   * @param x the input
   * @param y gets the result, of x's shape, one column for logsumexp; may be x
   */
  default void forward(RowOperation f, Tensor x, Tensor y) {
    run(Shapes.present("f", f).forward(), x, y);
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
