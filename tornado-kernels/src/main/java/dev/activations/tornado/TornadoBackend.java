package dev.activations.tornado;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.BackendException;
import dev.activations.BackendOptions;
import dev.activations.Pipeline;
import dev.activations.RowOperation;
import dev.activations.Shapes;
import dev.activations.Tensor;
import dev.activations.tornado.Program.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/**
 * A device of TornadoVM. A pipeline is one task graph: one transfer in, one out. What does not fit
 * into the memory of the device goes through it in blocks of rows.
 */
final class TornadoBackend implements Backend {
  /** Gives the compilers of the driver leave to ignore NaN, infinities and the order of sums. */
  static final String FAST = "activations.tornado.fast";

  /** How often a call waits for memory that others use, before it takes smaller blocks. */
  private static final int MOST_WAITS = 8;

  private final DeviceSession session;
  private final @Nullable SmallCalls smallCalls;
  private volatile boolean closed;

  private TornadoBackend(DeviceSession session, boolean smallCallsOnCpu) {
    this.session = session;
    this.smallCalls = smallCallsOnCpu ? new SmallCalls(BreakEven.of(session)) : null;
  }

  static TornadoBackend open(Device device, BackendOptions options) {
    return new TornadoBackend(
        DeviceSession.acquire(device, Boolean.getBoolean(FAST)), options.smallCallsOnCpu());
  }

  DeviceSession session() {
    return session;
  }

  @Override
  public String name() {
    return session.device().selector();
  }

  @Override
  public String description() {
    return session.device().description()
        + (session.isFast() ? ", fast relaxed math: NaN and infinities undefined" : "");
  }

  @Override
  public OptionalLong breakEven() {
    checkOpen();
    return BreakEven.of(session).elements();
  }

  @Override
  public Tensor allocate(long rows, long columns) {
    checkOpen();
    int elements = Tensor.checkShape(rows, columns);
    try {
      FloatArray array = session.take(Capacity.of(elements));
      HostArrays.fill(array, elements, 0);
      return new TornadoTensor(session, (int) rows, (int) columns, array);
    } catch (OutOfMemoryError full) {
      throw new BackendException(
          String.format(
              "%s: a tensor of %d x %d float32 takes %d MiB outside the Java heap, which the JVM"
                  + " refused: start java with a larger -XX:MaxDirectMemorySize (or -Xmx, which is"
                  + " its default), or use fewer rows at a time",
              name(), rows, columns, elements / 262144 + 1),
          full);
    }
  }

  @Override
  public void run(Pipeline pipeline, Tensor x, Tensor y) {
    checkOpen();
    int columns = x.columns();
    int outputColumns = pipeline.outputColumns(columns);
    Shapes.require("y", y, x.rows(), outputColumns, "x and " + pipeline);
    TornadoTensor input = mine("x", x);
    TornadoTensor output = mine("y", y);
    List<float[]> parameters = new ArrayList<>();
    pipeline.steps().forEach(step -> parameters.add(Programs.parameters(step)));
    if (y.elements() == 0) {
      return;
    }
    if (x.elements() == 0) {
      try (SmallCalls empty = new SmallCalls(null)) { // rows without columns: nothing to transfer
        empty.run(pipeline, input, output);
      }
      return;
    }
    if (smallCalls != null && smallCalls.takes(x.elements())) {
      smallCalls.run(pipeline, input, output);
      return;
    }
    run(
        new Call(
            Programs.of(pipeline, columns),
            words(pipeline.toString(), x),
            x.rows(),
            columns,
            columns,
            outputColumns,
            parameters),
        input,
        null,
        output);
  }

  private static String words(String step, Tensor x) {
    return step + " on " + x.rows() + " x " + x.columns();
  }

  @Override
  public void backward(Activation f, Tensor x, Tensor dy, Tensor dx) {
    checkOpen();
    int columns = x.columns();
    Shapes.require("dy", dy, x.rows(), columns, "x");
    Shapes.require("dx", dx, x.rows(), columns, "x");
    TornadoTensor input = mine("x", x);
    TornadoTensor gradient = mine("dy", dy);
    TornadoTensor result = mine("dx", dx);
    float[] parameters = Programs.parameters(f);
    if (x.elements() == 0) {
      return;
    }
    if (smallCalls != null && smallCalls.takes(x.elements())) {
      smallCalls.backward(f, input, gradient, result);
      return;
    }
    run(
        new Call(
            Programs.backward(f),
            words("the backward of " + f, x),
            x.rows(),
            columns,
            columns,
            columns,
            List.of(parameters)),
        input,
        gradient,
        result);
  }

  @Override
  public void backward(RowOperation f, Tensor saved, Tensor dy, Tensor dx) {
    checkOpen();
    int columns = saved.columns();
    int gradientColumns = f.outputColumns(columns);
    Shapes.require("dy", dy, saved.rows(), gradientColumns, "the output of " + f);
    Shapes.require("dx", dx, saved.rows(), columns, "the input of " + f);
    TornadoTensor output = mine("saved", saved);
    TornadoTensor gradient = mine("dy", dy);
    TornadoTensor result = mine("dx", dx);
    float[] parameters = Programs.parameters(f);
    if (saved.elements() == 0) {
      return;
    }
    if (smallCalls != null && smallCalls.takes(saved.elements())) {
      smallCalls.backward(f, output, gradient, result);
      return;
    }
    run(
        new Call(
            Programs.backward(f, columns),
            words("the backward of " + f, saved),
            saved.rows(),
            columns,
            gradientColumns,
            columns,
            List.of(parameters)),
        output,
        gradient,
        result);
  }

  private void run(Call call, TornadoTensor x, @Nullable TornadoTensor dy, TornadoTensor out) {
    if (!session.enter()) {
      throw closedException();
    }
    Program.Arrays arrays = new Program.Arrays();
    List<TornadoTensor> pinned = new ArrayList<>();
    try {
      arrays.put(Operand.X, x.pin());
      pinned.add(x);
      if (dy != null) {
        arrays.put(Operand.DY, dy.pin());
        pinned.add(dy);
      }
      arrays.put(Operand.OUT, out.pin());
      pinned.add(out);
      run(call, arrays);
    } finally {
      pinned.forEach(TornadoTensor::unpin);
      session.release();
    }
  }

  /** All at once where that fits, otherwise in blocks, which shrink while memory runs out. */
  private void run(Call given, Program.Arrays arrays) {
    Call call = given.program().worksOnRows() ? given : given.flat();
    Blocks.check(call);
    int done = 0;
    int waits = 0;
    try {
      while (done < call.rows()) {
        int block = Math.min(Blocks.rows(call, session.blockElements()), call.rows() - done);
        try {
          if (block == call.rows()) {
            session.run(call, arrays);
          } else {
            session.run(call, arrays, done, block);
          }
          done += block;
        } catch (DeviceMemoryException full) {
          waits++;
          if (waits > MOST_WAITS || !session.makeRoom()) {
            shrink(call, block, full);
          }
        }
      }
    } catch (BackendException failure) {
      throw done == 0 ? failure : partly(failure, done, call);
    }
  }

  private static BackendException partly(BackendException failure, int done, Call call) {
    return new BackendException(
        String.format(
            "%s; the call went through in blocks, of which the first %d of %d %s are written",
            failure.getMessage(),
            done,
            call.rows(),
            call.program().worksOnRows() ? "rows" : "elements"),
        failure.getCause());
  }

  private void shrink(Call call, int block, DeviceMemoryException full) {
    if (block == 1) {
      throw new BackendException(
          String.format(
              "%s: %s needs %d MiB at a time, for %s and its result; TornadoVM may use %d MiB of the"
                  + " device (-Dtornado.device.memory, such as 8GB) and the JVM %d MiB outside its"
                  + " heap (-XX:MaxDirectMemorySize): raise what is too small, or use the CPU: %s",
              name(),
              call.words(),
              (full.bytes() >> 20) + 1,
              call.widestColumns() == 1 ? "one element" : "one row of " + call.columns(),
              session.device().memory() >> 20,
              Runtime.getRuntime().maxMemory() >> 20,
              Failure.text(full)),
          full.getCause());
    }
    session.shrinkBlocks(Math.max(1, block / 2 * call.widestColumns()));
  }

  private TornadoTensor mine(String name, Tensor tensor) {
    if (tensor instanceof TornadoTensor own && own.session() == session) {
      return own;
    }
    throw Shapes.foreign(name, tensor, name());
  }

  private void checkOpen() {
    if (closed) {
      throw closedException();
    }
  }

  private IllegalStateException closedException() {
    return new IllegalStateException("the backend " + name() + " is closed: open another");
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    if (smallCalls != null) {
      smallCalls.close();
    }
    session.release();
  }

  @Override
  public String toString() {
    return name() + ": " + description();
  }
}
