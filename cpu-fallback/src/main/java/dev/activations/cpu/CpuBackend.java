package dev.activations.cpu;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.BackendException;
import dev.activations.BackendOptions;
import dev.activations.Pipeline;
import dev.activations.RowOperation;
import dev.activations.Shapes;
import dev.activations.Tensor;

/**
 * The CPU backend: pure Java on any JDK, split over threads in blocks that fit a cache. The results
 * are the same bits for any number of threads and on every JVM.
 */
public final class CpuBackend implements Backend {
  static final String NAME = "cpu";

  /** Input and output of a block together take 128 KiB: half of what a core has of L2 at least. */
  private static final int BLOCK_ELEMENTS = 1 << 14;

  private final Kernels<float[]> float32 = new Float32Definitions();
  private final Kernels<double[]> float64 = new Float64Definitions();
  private final Workers workers;
  private volatile boolean closed;

  CpuBackend(BackendOptions options) {
    workers = new Workers(options.threads());
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
        workers.threads(), workers.threads() == 1 ? "" : "s", float32.description());
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
    if (values.length != elements) {
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
    Shapes.require("y", y, x.rows(), pipeline.outputColumns(x.columns()), "x and " + pipeline);
    float[] source = Operands.array("x", x);
    float[] target = Operands.array("y", y);
    if (source == target && x.columns() != y.columns()) {
      throw new IllegalArgumentException(
          String.format("%s narrows its rows: y must not share the array of x", pipeline));
    }
    run(float32, pipeline, x.rows(), x.columns(), source, target);
  }

  @Override
  public void run(Pipeline pipeline, int rows, int columns, double[] x, double[] y) {
    checkOpen();
    int outputColumns = pipeline.outputColumns(columns);
    Operands.checkLength("x", x, rows, columns);
    Operands.checkLength("y", y, rows, outputColumns);
    if (x == y && columns != outputColumns) {
      throw new IllegalArgumentException(
          String.format("%s narrows its rows: y must not be the array x", pipeline));
    }
    run(float64, pipeline, rows, columns, x, y);
  }

  private <A> void run(Kernels<A> kernels, Pipeline pipeline, int rows, int columns, A x, A y) {
    if (pipeline.isElementwise()) {
      PipelineBlock<A> block = new PipelineBlock<>(kernels, pipeline, x, 1, y);
      workers.forEach(rows * columns, BLOCK_ELEMENTS, block::run);
    } else {
      PipelineBlock<A> block = new PipelineBlock<>(kernels, pipeline, x, columns, y);
      workers.forEach(rows, rowsPerBlock(columns), block::run);
    }
  }

  @Override
  public void backward(Activation f, Tensor x, Tensor dy, Tensor dx) {
    checkOpen();
    Shapes.require("dy", dy, x.rows(), x.columns(), "x");
    Shapes.require("dx", dx, x.rows(), x.columns(), "x");
    float[] input = Operands.array("x", x);
    float[] gradient = Operands.array("dy", dy);
    float[] result = Operands.array("dx", dx);
    workers.forEach(
        x.elements(),
        BLOCK_ELEMENTS,
        (from, to) -> float32.backward(f, input, from, gradient, from, result, from, to - from));
  }

  @Override
  public void backward(RowOperation f, Tensor saved, Tensor dy, Tensor dx) {
    checkOpen();
    int columns = saved.columns();
    int gradientColumns = f.outputColumns(columns);
    Shapes.require("dy", dy, saved.rows(), gradientColumns, "the output of " + f);
    Shapes.require("dx", dx, saved.rows(), columns, "the input of " + f);
    float[] output = Operands.array("saved", saved);
    float[] gradient = Operands.array("dy", dy);
    float[] result = Operands.array("dx", dx);
    if (gradient == result && gradientColumns != columns) {
      throw new IllegalArgumentException(
          String.format("%s widens its gradient: dx must not share the array of dy", f));
    }
    workers.forEach(
        saved.rows(),
        rowsPerBlock(columns),
        (from, to) -> {
          for (int row = from; row < to; row++) {
            float32.backward(
                f,
                output,
                row * columns,
                gradient,
                row * gradientColumns,
                result,
                row * columns,
                columns);
          }
        });
  }

  private static int rowsPerBlock(int columns) {
    return Math.max(1, BLOCK_ELEMENTS / Math.max(1, columns));
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
