package dev.activations.tornado;

import dev.activations.Backend;
import dev.activations.BackendException;
import dev.activations.BackendOptions;
import dev.activations.Backends;
import dev.activations.Call;
import dev.activations.ErrorBound;
import dev.activations.Instruments;
import dev.activations.Shapes;
import dev.activations.SystemProperty;
import dev.activations.Tensor;
import dev.activations.tornado.Program.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/**
 * A device of TornadoVM. A pipeline is one task graph: one transfer in, one out. What does not fit
 * into the memory of the device goes through it in blocks of rows.
 */
final class TornadoBackend implements Backend {
  private final DeviceSession session;
  private final @Nullable SmallCalls smallCalls;
  private final Instruments instruments = new DeviceInstruments(this);
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
  public ErrorBound bound(Call call) {
    return KernelBounds.of(session.device(), Shapes.present("call", call));
  }

  @Override
  public Instruments instruments() {
    return instruments;
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
              Locale.ROOT,
              "%s: a tensor of %d x %d float32 takes %d MiB outside the Java heap, which the JVM"
                  + " refused: start java with a larger -XX:MaxDirectMemorySize (or -Xmx, which is"
                  + " its default), or use fewer rows at a time",
              name(),
              rows,
              columns,
              elements / 262144 + 1),
          full);
    }
  }

  @Override
  public Tensor wrap(float[] data, int offset, int rows, int columns) {
    checkOpen();
    Shapes.requirePart(data.length, offset, rows, columns);
    return new WrappedTensor(session, data, offset, rows, columns);
  }

  @Override
  public void run(Call call, int rows, int columns, double[] first, double[] second) {
    checkOpen();
    Backends.cpu().run(call, rows, columns, first, second);
  }

  @Override
  public void run(
      Call call, int rows, int columns, double[] first, double[] second, double[] third) {
    checkOpen();
    Backends.cpu().run(call, rows, columns, first, second, third);
  }

  @Override
  public void run(Call call, Tensor first, Tensor second) {
    checkOpen();
    Shapes.present("call", call).check(first, second);
    DeviceTensor x = mine(call, 0, first);
    DeviceTensor y = mine(call, 1, second);
    requireApart(call, 1, y, 0, x);
    List<float[]> parameters = parameters(call);
    if (y.elements() == 0) {
      return;
    }
    if (x.elements() == 0) {
      new SmallCalls(null).run(call, x, y); // no columns: nothing to transfer
      return;
    }
    if (smallCalls != null && smallCalls.takes(x.elements())) {
      smallCalls.run(call, x, y);
      return;
    }
    run(
        new BoundProgram(
            Programs.of(call, x.rows(), x.columns()),
            words(call.toString(), x),
            x.rows(),
            x.columns(),
            x.columns(),
            y.columns(),
            parameters),
        x,
        null,
        y);
  }

  @Override
  public void run(Call call, Tensor first, Tensor second, Tensor third) {
    checkOpen();
    Shapes.present("call", call).check(first, second, third);
    DeviceTensor saved = mine(call, 0, first);
    DeviceTensor dy = mine(call, 1, second);
    DeviceTensor dx = mine(call, 2, third);
    requireApart(call, 2, dx, 0, saved);
    requireApart(call, 2, dx, 1, dy);
    List<float[]> parameters = parameters(call);
    if (saved.elements() == 0) {
      return;
    }
    if (smallCalls != null && smallCalls.takes(saved.elements())) {
      smallCalls.run(call, saved, dy, dx);
      return;
    }
    run(
        new BoundProgram(
            Programs.of(call, saved.rows(), saved.columns()),
            words("the " + call, saved),
            saved.rows(),
            saved.columns(),
            dy.columns(),
            saved.columns(),
            parameters),
        saved,
        dy,
        dx);
  }

  private static List<float[]> parameters(Call call) {
    List<float[]> parameters = new ArrayList<>();
    call.pipeline().steps().forEach(step -> parameters.add(Programs.parameters(step)));
    return parameters;
  }

  /** A call like others, but for its kernel, which is no step. */
  void copy(Tensor x, Tensor y) {
    checkOpen();
    int columns = Shapes.present("x", x).columns();
    Shapes.require("y", y, x.rows(), columns, "copying x");
    DeviceTensor input = mine("x", x);
    DeviceTensor output = mine("y", y);
    requireApart("y", output, "x", input);
    if (x.elements() == 0) {
      return;
    }
    if (smallCalls != null && smallCalls.takes(x.elements())) {
      y.copyFrom(x.toArray());
      return;
    }
    run(
        new BoundProgram(
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

  private static String words(String step, Tensor x) {
    return step + " on " + x.rows() + " x " + x.columns();
  }

  private void run(
      BoundProgram program, DeviceTensor x, @Nullable DeviceTensor dy, DeviceTensor out) {
    if (!session.enter()) {
      throw closedException();
    }
    Program.Arrays arrays = new Program.Arrays();
    List<DeviceTensor> lent = new ArrayList<>();
    try {
      lend(x, Operand.X, arrays, lent);
      if (dy != null) {
        lend(dy, Operand.DY, arrays, lent);
      }
      lend(out, Operand.OUT, arrays, lent);
      new BlockRun(session, program, arrays).run();
    } finally {
      lent.forEach(DeviceTensor::release);
      session.release();
    }
  }

  private static void lend(
      DeviceTensor tensor, Operand operand, Program.Arrays arrays, List<DeviceTensor> lent) {
    tensor.lend(operand, arrays);
    lent.add(tensor);
  }

  private DeviceTensor mine(Call call, int index, Tensor tensor) {
    return mine(call.operands().get(index).name(), tensor);
  }

  private DeviceTensor mine(String name, Tensor tensor) {
    if (tensor instanceof DeviceTensor own && own.session() == session) {
      return own;
    }
    throw Shapes.foreign(name, tensor, name());
  }

  private static void requireApart(
      Call call, int output, DeviceTensor out, int input, DeviceTensor in) {
    requireApart(call.operands().get(output).name(), out, call.operands().get(input).name(), in);
  }

  /** Of the output of a call and one of its inputs. */
  private static void requireApart(
      String name, DeviceTensor output, String inputName, DeviceTensor input) {
    if (output instanceof WrappedTensor wrapped) {
      wrapped.requireApart(name, inputName, input);
    }
  }

  void checkOpen() {
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
    session.release();
  }

  @Override
  public String toString() {
    return name() + ": " + description();
  }
}
