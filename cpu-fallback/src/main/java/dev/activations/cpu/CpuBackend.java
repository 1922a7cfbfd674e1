package dev.activations.cpu;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.BackendException;
import dev.activations.BackendOptions;
import dev.activations.Call;
import dev.activations.Instruments;
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

  private static @Nullable CpuBackend everybodys;

  private final Kernels<float[]> float32 = new Float32Kernels();
  private final Kernels<double[]> float64 = new Float64Definitions();
  private final boolean shared;
  private final Workers workers;
  private final Blocks blocks;
  private final DoubleCalls doubles;
  private final Instruments instruments;
  private volatile boolean closed;

  private CpuBackend(BackendOptions options, boolean shared) {
    Shapes.present("options", options);
    // Refuses a wrong property here, not in the first call.
    Libraries.chosen();
    this.shared = shared;
    workers = new Workers(options.threads(), owner -> new Execution(owner, float32, float64));
    blocks = new Blocks(workers);
    doubles = new DoubleCalls(workers, blocks);
    instruments = new CpuInstruments(this, workers);
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
  public void run(Call call, Tensor first, Tensor second) {
    checkOpen();
    Shapes.present("call", call).check(first, second);
    CpuTensor x = Operands.own(call, 0, first);
    CpuTensor y = Operands.own(call, 1, second);
    float[] from = x.values();
    float[] to = y.values();
    Operands.requireApart(call, 1, y, to, 0, x, from);
    Pipeline pipeline = call.pipeline();
    Execution execution = workers.execution();
    try {
      if (isLong(x.rows(), x.columns()) && !pipeline.isElementwise() && isWide(pipeline)) {
        runLong(execution, pipeline, x, from, y, to);
      } else {
        PipelineWork<float[]> work = execution.float32.arrays(from, x.offset(), to, y.offset());
        blocks.run(execution, work, pipeline, x.rows(), x.columns());
      }
    } finally {
      execution.release();
    }
  }

  @Override
  public void run(Call call, Tensor first, Tensor second, Tensor third) {
    checkOpen();
    Shapes.present("call", call).check(first, second, third);
    CpuTensor saved = Operands.own(call, 0, first);
    CpuTensor dy = Operands.own(call, 1, second);
    CpuTensor dx = Operands.own(call, 2, third);
    float[] input = saved.values();
    float[] gradient = dy.values();
    float[] result = dx.values();
    Operands.requireApart(call, 2, dx, result, 0, saved, input);
    Operands.requireApart(call, 2, dx, result, 1, dy, gradient);
    Step f = call.step();
    Execution execution = workers.execution();
    try {
      if (!f.isElementwise() && isLong(saved.rows(), saved.columns())) {
        LongRow row = execution.longRow;
        RowOperation operation = (RowOperation) f;
        row.set(operation, RowTiers.library(operation, true, saved.columns()), saved.columns());
        for (int i = 0; i < saved.rows(); i++) {
          row.input(input, saved.offset() + i * saved.columns());
          row.gradient(gradient, dy.offset() + i * dy.columns());
          row.output(result, dx.offset() + i * saved.columns());
          row.backward();
        }
      } else {
        BackwardWork<float[]> work =
            execution.backward32.arrays(
                input, saved.offset(), gradient, dy.offset(), result, dx.offset());
        blocks.backward(execution, work, f, saved.rows(), saved.columns());
      }
    } finally {
      execution.release();
    }
  }

  @Override
  public void run(Call call, int rows, int columns, double[] first, double[] second) {
    checkOpen();
    doubles.run(call, rows, columns, first, second);
  }

  @Override
  public void run(
      Call call, int rows, int columns, double[] first, double[] second, double[] third) {
    checkOpen();
    doubles.run(call, rows, columns, first, second, third);
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
      Execution execution, Pipeline pipeline, CpuTensor x, float[] from, CpuTensor y, float[] to) {
    int columns = x.columns();
    float[] source = from;
    int start = x.offset();
    for (int i = 0; i < pipeline.steps().size(); i++) {
      Step step = pipeline.steps().get(i);
      if (step instanceof Activation) {
        execution.float32.steps(pipeline, i, i + 1, 1).arrays(source, start, to, y.offset());
        blocks.elementwise(execution, execution.float32, x.elements());
      } else {
        RowOperation f = (RowOperation) step;
        int outputColumns = f.outputColumns(columns);
        execution.longRow.set(f, RowTiers.library(f, false, columns), columns);
        for (int row = 0; row < x.rows(); row++) {
          execution.longRow.input(source, start + row * columns);
          execution.longRow.output(to, y.offset() + row * outputColumns);
          execution.longRow.forward();
        }
      }
      source = to;
      start = y.offset();
    }
  }

  @Override
  public Instruments instruments() {
    return instruments;
  }

  void checkOpen() {
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
