package dev.activations.tornado;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.BackendException;
import dev.activations.BackendOptions;
import dev.activations.DeviceTimes;
import dev.activations.ErrorBound;
import dev.activations.Pipeline;
import dev.activations.RowOperation;
import dev.activations.Shapes;
import dev.activations.SystemProperty;
import dev.activations.Tensor;
import dev.activations.tornado.Program.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/**
 * A device of TornadoVM. A pipeline is one task graph: one transfer in, one out. What does not fit
 * into the memory of the device goes through it in blocks of rows.
 */
final class TornadoBackend implements Backend {
  private final DeviceSession session;
  private final @Nullable SmallCalls smallCalls;
  private volatile boolean closed;

  private TornadoBackend(DeviceSession session, boolean smallCallsOnCpu) {
    this.session = session;
    this.smallCalls = smallCallsOnCpu ? new SmallCalls(BreakEven.of(session)) : null;
  }

  static TornadoBackend open(Device device, BackendOptions options) {
    return new TornadoBackend(
        DeviceSession.acquire(device, SystemProperty.isTrue(Properties.FAST)),
        options.smallCallsOnCpu());
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
  public ErrorBound valueBound(Activation f) {
    return KernelBounds.of(session.device(), f, false);
  }

  @Override
  public ErrorBound derivativeBound(Activation f) {
    return KernelBounds.of(session.device(), f, true);
  }

  @Override
  public ErrorBound rowBound(RowOperation f) {
    return KernelBounds.ROWS;
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
    int columns = Shapes.present("x", x).columns();
    int outputColumns = Shapes.present("pipeline", pipeline).outputColumns(columns);
    Shapes.require("y", y, x.rows(), outputColumns, "x and ", pipeline);
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
            Programs.of(pipeline, x.rows(), columns),
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

  @Override
  public void copy(Tensor x, Tensor y) {
    checkOpen();
    int columns = Shapes.present("x", x).columns();
    Shapes.require("y", y, x.rows(), columns, "copying x");
    TornadoTensor input = mine("x", x);
    TornadoTensor output = mine("y", y);
    if (x.elements() == 0) {
      return;
    }
    if (smallCalls != null && smallCalls.takes(x.elements())) {
      y.copyFrom(x.toArray());
      return;
    }
    run(
        new Call(
            Programs.copy(session.device().elementsPerItem() > 1),
            words("copy", x),
            x.rows(),
            columns,
            columns,
            columns,
            List.of(new float[0])),
        input,
        null,
        output);
  }

  @Override
  public Optional<DeviceTimes> profile(Runnable calls) {
    checkOpen();
    return Optional.of(Profiler.profile(calls));
  }

  private static String words(String step, Tensor x) {
    return step + " on " + x.rows() + " x " + x.columns();
  }

  @Override
  public void backward(Activation f, Tensor x, Tensor dy, Tensor dx) {
    checkOpen();
    int columns = Shapes.present("x", x).columns();
    Shapes.present("f", f);
    Shapes.require("dy", dy, x.rows(), columns, "x in the backward of ", f);
    Shapes.require("dx", dx, x.rows(), columns, "x in the backward of ", f);
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
    int columns = Shapes.present("saved", saved).columns();
    int gradientColumns = Shapes.present("f", f).outputColumns(columns);
    Shapes.require("dy", dy, saved.rows(), gradientColumns, "the output of ", f);
    Shapes.require("dx", dx, saved.rows(), columns, "the input of ", f);
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
            Programs.backward(f, saved.rows(), columns),
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
      new BlockRun(session, call, arrays).run();
    } finally {
      pinned.forEach(TornadoTensor::unpin);
      session.release();
    }
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
