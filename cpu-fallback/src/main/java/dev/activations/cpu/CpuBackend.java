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
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The CPU backend: pure Java on any JDK, split over threads in blocks that fit a cache. The results
 * are the same bits for any number of threads and on every JVM.
 *
 * <p>Its threads are daemons and end when there was nothing to do for some seconds, so that a
 * backend that nobody closed keeps none.
 */
public final class CpuBackend implements Backend {
  static final String NAME = "cpu";

  /** Rows of so many columns are split over threads, unless there are enough of them for all. */
  private static final int LONG_COLUMNS = 4 * RowLoops.CHUNK;

  /** Both tensors of a copy together take 64 MiB: more than a core reaches of any cache. */
  private static final int BEYOND_CACHES = 1 << 23;

  /**
   * The JVM copies so much at once past the caches, which saves reading what is about to be
   * overwritten.
   */
  private static final int LONG_COPY = 1 << 20;

  private static @Nullable CpuBackend everybodys;

  private final Kernels<float[]> float32 = new Float32Kernels();
  private final Kernels<double[]> float64 = new Float64Definitions();
  private final boolean shared;
  private final Workers workers;
  private final Blocks blocks;
  private final DoubleCalls doubles;
  private volatile boolean closed;

  private CpuBackend(BackendOptions options, boolean shared) {
    Shapes.present("options", options);
    // Refuses a wrong property here, not in the first call.
    Libraries.chosen();
    this.shared = shared;
    workers = new Workers(options.threads(), owner -> new Call(owner, float32, float64));
    blocks = new Blocks(workers);
    doubles = new DoubleCalls(workers, blocks);
  }

  /** The one that closing does nothing to. */
  static synchronized CpuBackend shared() {
    CpuBackend known = everybodys;
    if (known == null) {
      known = new CpuBackend(BackendOptions.DEFAULTS, true);
      everybodys = known;
    }
    return known;
  }

  /**
   * A backend with as many threads as the JVM sees processors.
   *
   * @return the backend, to be closed
   */
  public static CpuBackend open() {
    return open(BackendOptions.DEFAULTS);
  }

  /**
   * A backend.
   *
   * @param options how it shall run
   * @return the backend, to be closed
   */
  public static CpuBackend open(BackendOptions options) {
    return new CpuBackend(options, false);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return String.format(
        Locale.ROOT,
        "pure Java, %d thread%s, %s",
        workers.threads(),
        workers.threads() == 1 ? "" : "s",
        Libraries.chosen().description());
  }

  @Override
  public Tensor allocate(long rows, long columns) {
    checkOpen();
    int elements = Tensor.checkShape(rows, columns);
    try {
      return new CpuTensor((int) rows, (int) columns, new float[elements], 0);
    } catch (OutOfMemoryError full) {
      throw new BackendException(
          String.format(
              Locale.ROOT,
              "cpu: a tensor of %d x %d float32 takes %d MiB, the Java heap has at most %d MiB:"
                  + " start java with a larger -Xmx, or use fewer rows at a time",
              rows,
              columns,
              elements / 262144 + 1,
              Runtime.getRuntime().maxMemory() >> 20),
          full);
    }
  }

  @Override
  public Tensor wrap(float[] data, int offset, int rows, int columns) {
    checkOpen();
    Shapes.requirePart(Shapes.present("data", data).length, offset, rows, columns);
    return new CpuTensor(rows, columns, data, offset);
  }

  @Override
  public void run(Pipeline pipeline, Tensor x, Tensor y) {
    checkOpen();
    Shapes.present("pipeline", pipeline);
    Shapes.present("x", x);
    Shapes.require("y", y, x.rows(), pipeline.outputColumns(x.columns()), "x and ", pipeline);
    CpuTensor input = Operands.own("x", x);
    CpuTensor output = Operands.own("y", y);
    float[] from = input.values();
    float[] to = output.values();
    Operands.requireApart("y", output, to, "x", input, from);
    Call call = workers.call();
    try {
      if (isLong(x.rows(), x.columns()) && !pipeline.isElementwise() && isWide(pipeline)) {
        runLong(call, pipeline, input, from, output, to);
      } else {
        PipelineWork<float[]> work = call.float32.arrays(from, input.offset(), to, output.offset());
        blocks.run(call, work, pipeline, x.rows(), x.columns());
      }
    } finally {
      call.release();
    }
  }

  @Override
  public void run(Pipeline pipeline, int rows, int columns, double[] x, double[] y) {
    checkOpen();
    doubles.run(pipeline, rows, columns, x, y);
  }

  @Override
  public void backward(Activation f, int rows, int columns, double[] x, double[] dy, double[] dx) {
    checkOpen();
    doubles.backward(f, rows, columns, x, dy, dx);
  }

  @Override
  public void backward(
      RowOperation f, int rows, int columns, double[] saved, double[] dy, double[] dx) {
    checkOpen();
    doubles.backward(f, rows, columns, saved, dy, dx);
  }

  private boolean isLong(int rows, int columns) {
    return columns >= LONG_COLUMNS && workers.threads() > 1 && rows < 4 * workers.threads();
  }

  /** Whether what lies between the steps fits the output. */
  private static boolean isWide(Pipeline pipeline) {
    return pipeline.steps().size() == 1 || pipeline.outputColumns(2) == 2;
  }

  /** Step by step: a row that does not fit a cache gains nothing from more steps at a time. */
  private void runLong(
      Call call, Pipeline pipeline, CpuTensor x, float[] from, CpuTensor y, float[] to) {
    int columns = x.columns();
    float[] source = from;
    int start = x.offset();
    for (int i = 0; i < pipeline.steps().size(); i++) {
      Step step = pipeline.steps().get(i);
      if (step instanceof Activation) {
        call.float32.steps(pipeline, i, i + 1, 1).arrays(source, start, to, y.offset());
        blocks.elementwise(call, call.float32, x.elements());
      } else {
        RowOperation f = (RowOperation) step;
        int outputColumns = f.outputColumns(columns);
        call.longRow.set(f, RowTiers.library(f, false, columns), columns);
        for (int row = 0; row < x.rows(); row++) {
          call.longRow.input(source, start + row * columns);
          call.longRow.output(to, y.offset() + row * outputColumns);
          call.longRow.forward();
        }
      }
      source = to;
      start = y.offset();
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
    CpuTensor input = Operands.own("x", x);
    CpuTensor output = Operands.own("y", y);
    float[] from = input.values();
    float[] to = output.values();
    Operands.requireApart("y", output, to, "x", input, from);
    int elements = x.elements();
    Call call = workers.call();
    try {
      int block = elements < BEYOND_CACHES ? Blocks.ELEMENTS : LONG_COPY;
      CopyWork work = call.copy.set(from, input.offset(), to, output.offset());
      workers.run(call, work, elements, block, elements);
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
    backward(f, "x", x, dy, dx);
  }

  @Override
  public void backward(RowOperation f, Tensor saved, Tensor dy, Tensor dx) {
    checkOpen();
    int columns = Shapes.present("saved", saved).columns();
    Shapes.present("f", f);
    Shapes.require("dy", dy, saved.rows(), f.outputColumns(columns), "the output of ", f);
    Shapes.require("dx", dx, saved.rows(), columns, "the input of ", f);
    backward(f, "saved", saved, dy, dx);
  }

  private void backward(Step f, String name, Tensor saved, Tensor dy, Tensor dx) {
    CpuTensor input = Operands.own(name, saved);
    CpuTensor gradient = Operands.own("dy", dy);
    CpuTensor result = Operands.own("dx", dx);
    float[] x = input.values();
    float[] from = gradient.values();
    float[] to = result.values();
    Operands.requireApart("dx", result, to, name, input, x);
    Operands.requireApart("dx", result, to, "dy", gradient, from);
    Call call = workers.call();
    try {
      if (f instanceof RowOperation && isLong(saved.rows(), saved.columns())) {
        call.longRow.set(
            (RowOperation) f,
            RowTiers.library((RowOperation) f, true, saved.columns()),
            saved.columns());
        for (int row = 0; row < saved.rows(); row++) {
          call.longRow.input(x, input.offset() + row * saved.columns());
          call.longRow.gradient(from, gradient.offset() + row * dy.columns());
          call.longRow.output(to, result.offset() + row * saved.columns());
          call.longRow.backward();
        }
      } else {
        BackwardWork<float[]> work =
            call.backward32.arrays(x, input.offset(), from, gradient.offset(), to, result.offset());
        blocks.backward(call, work, f, saved.rows(), saved.columns());
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
    if (!shared) {
      closed = true;
      workers.close();
    }
  }

  @Override
  public String toString() {
    return NAME + ": " + description();
  }
}
