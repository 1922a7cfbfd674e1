package dev.activations.cpu;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.BackendException;
import dev.activations.BackendOptions;
import dev.activations.Pipeline;
import dev.activations.RowOperation;
import dev.activations.Shapes;
import dev.activations.Step;
import dev.activations.Tensor;

/**
 * The CPU backend: pure Java on any JDK, split over threads in blocks that fit a cache. The results
 * are the same bits for any number of threads and on every JVM.
 */
public final class CpuBackend implements Backend {
  static final String NAME = "cpu";

  /** Input and output of a block together take 128 KiB: half of what a core has of L2 at least. */
  private static final int BLOCK_ELEMENTS = 1 << 14;

  /** Rows of so many columns are split over threads, unless there are enough of them for all. */
  private static final int LONG_COLUMNS = 4 * RowLoops.CHUNK;

  /** Both tensors of a copy together take 64 MiB: more than a core reaches of any cache. */
  private static final int BEYOND_CACHES = 1 << 23;

  /**
   * The JVM copies so much at once past the caches, which saves reading what is about to be
   * overwritten.
   */
  private static final int LONG_COPY = 1 << 20;

  private final Float32Kernels float32 = new Float32Kernels();
  private final Kernels<double[]> float64 = new Float64Definitions();
  private final Workers workers;
  private volatile boolean closed;

  CpuBackend(BackendOptions options) {
    Shapes.present("options", options);
    // Refuses a wrong property here, not in the first call.
    Libraries.chosen();
    workers = new Workers(options.threads(), owner -> new Call(owner, float32, float64));
  }

  /**
   * A backend with as many threads as the JVM sees processors.
   *
   * @return the backend, to be closed
   */
  public static CpuBackend open() {
    return new CpuBackend(BackendOptions.DEFAULTS);
  }

  /**
   * A backend.
   *
   * @param options how it shall run
   * @return the backend, to be closed
   */
  public static CpuBackend open(BackendOptions options) {
    return new CpuBackend(options);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return String.format(
        "pure Java, %d thread%s, %s",
        workers.threads(), workers.threads() == 1 ? "" : "s", Libraries.chosen().description());
  }

  @Override
  public Tensor allocate(long rows, long columns) {
    checkOpen();
    int elements = Tensor.checkShape(rows, columns);
    try {
      return new CpuTensor((int) rows, (int) columns, new float[elements]);
    } catch (OutOfMemoryError full) {
      throw new BackendException(
          String.format(
              "cpu: a tensor of %d x %d float32 takes %d MiB, the Java heap has at most %d MiB:"
                  + " start java with a larger -Xmx, or use fewer rows at a time",
              rows, columns, elements / 262144 + 1, Runtime.getRuntime().maxMemory() >> 20),
          full);
    }
  }

  /**
   * A tensor whose elements are a given array: no copy is made, and what is written to one is seen
   * in the other.
   *
   * @param rows zero or more
   * @param columns zero or more
   * @param values exactly rows x columns elements, row after row
   * @return the tensor; closing it leaves the array to the caller
   * @throws IllegalArgumentException when the shape and the array disagree
   */
  public Tensor wrap(long rows, long columns, float[] values) {
    checkOpen();
    int elements = Tensor.checkShape(rows, columns);
    if (Shapes.present("values", values).length != elements) {
      throw new IllegalArgumentException(
          String.format(
              "a tensor of %d x %d needs an array of %d, found %d",
              rows, columns, elements, values.length));
    }
    return new CpuTensor((int) rows, (int) columns, values);
  }

  @Override
  public void run(Pipeline pipeline, Tensor x, Tensor y) {
    checkOpen();
    Shapes.present("pipeline", pipeline);
    Shapes.present("x", x);
    Shapes.require("y", y, x.rows(), pipeline.outputColumns(x.columns()), "x and ", pipeline);
    float[] source = Operands.array("x", x);
    float[] target = Operands.array("y", y);
    if (source == target && x.columns() != y.columns()) {
      throw new IllegalArgumentException(
          String.format("%s narrows its rows: y must not share the array of x", pipeline));
    }
    Call call = workers.call();
    try {
      if (isLong(x.rows(), x.columns()) && !pipeline.isElementwise() && isWide(pipeline)) {
        runLong(call, pipeline, x.rows(), x.columns(), source, target);
      } else {
        run(call, call.float32, pipeline, x.rows(), x.columns(), source, target);
      }
    } finally {
      call.release();
    }
  }

  @Override
  public void run(Pipeline pipeline, int rows, int columns, double[] x, double[] y) {
    checkOpen();
    int outputColumns = Shapes.present("pipeline", pipeline).outputColumns(columns);
    Operands.checkLength("x", x, rows, columns);
    Operands.checkLength("y", y, rows, outputColumns);
    if (x == y && columns != outputColumns) {
      throw new IllegalArgumentException(
          String.format("%s narrows its rows: y must not be the array x", pipeline));
    }
    Call call = workers.call();
    try {
      run(call, call.float64, pipeline, rows, columns, x, y);
    } finally {
      call.release();
    }
  }

  private <A> void run(
      Call call, PipelineWork<A> work, Pipeline pipeline, int rows, int columns, A x, A y) {
    if (pipeline.isElementwise()) {
      elementwise(call, work.set(pipeline, x, 1, y), rows * columns);
    } else {
      byRows(call, work.set(pipeline, x, columns, y), rows, columns);
    }
  }

  private void elementwise(Call call, Work work, int elements) {
    workers.run(call, work, elements, BLOCK_ELEMENTS, elements);
  }

  private void byRows(Call call, Work work, int rows, int columns) {
    int perBlock = Math.max(1, BLOCK_ELEMENTS / Math.max(1, columns));
    workers.run(call, work, rows, perBlock, rows * columns);
  }

  private boolean isLong(int rows, int columns) {
    return columns >= LONG_COLUMNS && workers.threads() > 1 && rows < 4 * workers.threads();
  }

  /** Whether what lies between the steps fits the output. */
  private static boolean isWide(Pipeline pipeline) {
    return pipeline.steps().size() == 1 || pipeline.outputColumns(2) == 2;
  }

  /** Step by step: a row that does not fit a cache gains nothing from more steps at a time. */
  private void runLong(Call call, Pipeline pipeline, int rows, int columns, float[] x, float[] y) {
    float[] source = x;
    for (int i = 0; i < pipeline.steps().size(); i++) {
      Step step = pipeline.steps().get(i);
      if (step instanceof Activation) {
        elementwise(call, call.float32.set(pipeline, i, i + 1, source, 1, y), rows * columns);
      } else {
        RowOperation f = (RowOperation) step;
        int outputColumns = f.outputColumns(columns);
        call.longRow.set(f, RowTiers.library(f, false, columns), columns);
        for (int row = 0; row < rows; row++) {
          call.longRow.input(source, row * columns);
          call.longRow.output(y, row * outputColumns);
          call.longRow.forward();
        }
      }
      source = y;
    }
  }

  @Override
  public void settle() throws InterruptedException {
    WarmUp.await();
  }

  @Override
  public void copy(Tensor x, Tensor y) {
    checkOpen();
    Shapes.present("x", x);
    Shapes.require("y", y, x.rows(), x.columns(), "copying x");
    float[] source = Operands.array("x", x);
    float[] target = Operands.array("y", y);
    int elements = x.elements();
    Call call = workers.call();
    try {
      int block = elements < BEYOND_CACHES ? BLOCK_ELEMENTS : LONG_COPY;
      workers.run(call, call.copy.set(source, target), elements, block, elements);
    } finally {
      call.release();
    }
  }

  @Override
  public void backward(Activation f, Tensor x, Tensor dy, Tensor dx) {
    checkOpen();
    Shapes.present("f", f);
    Shapes.present("x", x);
    Shapes.require("dy", dy, x.rows(), x.columns(), "x in the backward of ", f);
    Shapes.require("dx", dx, x.rows(), x.columns(), "x in the backward of ", f);
    float[] input = Operands.array("x", x);
    float[] gradient = Operands.array("dy", dy);
    float[] result = Operands.array("dx", dx);
    Call call = workers.call();
    try {
      elementwise(call, call.backward.set(f, input, 1, gradient, result), x.elements());
    } finally {
      call.release();
    }
  }

  @Override
  public void backward(RowOperation f, Tensor saved, Tensor dy, Tensor dx) {
    checkOpen();
    int columns = Shapes.present("saved", saved).columns();
    int gradientColumns = Shapes.present("f", f).outputColumns(columns);
    Shapes.require("dy", dy, saved.rows(), gradientColumns, "the output of ", f);
    Shapes.require("dx", dx, saved.rows(), columns, "the input of ", f);
    float[] output = Operands.array("saved", saved);
    float[] gradient = Operands.array("dy", dy);
    float[] result = Operands.array("dx", dx);
    if (gradient == result && gradientColumns != columns) {
      throw new IllegalArgumentException(
          String.format("%s widens its gradient: dx must not share the array of dy", f));
    }
    Call call = workers.call();
    try {
      if (isLong(saved.rows(), columns)) {
        call.longRow.set(f, RowTiers.library(f, true, columns), columns);
        for (int row = 0; row < saved.rows(); row++) {
          call.longRow.input(output, row * columns);
          call.longRow.gradient(gradient, row * gradientColumns);
          call.longRow.output(result, row * columns);
          call.longRow.backward();
        }
      } else {
        Work work = call.backward.set(f, output, columns, gradient, result);
        byRows(call, work, saved.rows(), columns);
      }
    } finally {
      call.release();
    }
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the CPU backend is closed: open another");
    }
  }

  @Override
  public void close() {
    closed = true;
    workers.close();
  }

  @Override
  public String toString() {
    return NAME + ": " + description();
  }
}
