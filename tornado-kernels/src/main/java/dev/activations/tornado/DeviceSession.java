package dev.activations.tornado;

import dev.activations.BackendException;
import dev.activations.tornado.Program.Operand;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/**
 * What all backends on one device share: its thread, its plans, the arrays that wait for reuse. It
 * lives from the first backend that is opened on the device to the last that is closed.
 */
final class DeviceSession {
  private static final Map<String, DeviceSession> OPEN = new HashMap<>();

  private static final int MOST_PLANS = 64;

  private final Device device;
  private final boolean fast;
  private final DeviceThread thread;
  private final PlanCompiler compiler;
  private final ArrayPool arrays;
  private final PlanCache plans;
  private int users;
  private volatile int blockElements;

  private DeviceSession(Device device, boolean fast) {
    this.device = device;
    this.fast = fast;
    compiler = new PlanCompiler(device, fast ? CompilerFlags.FAST : CompilerFlags.EXACT);
    thread = new DeviceThread("activations " + device.selector());
    // Arrays lie outside the Java heap, in what is as large as the heap unless it was set.
    long host = Runtime.getRuntime().maxMemory();
    arrays = new ArrayPool(Math.min(device.memory(), host) / Float.BYTES / 4);
    plans = new PlanCache(MOST_PLANS, Math.min(device.memory(), host) / 2);
    blockElements = Blocks.largest(device.largestBuffer(), device.memory());
  }

  /** The session of a device, which is the same for all until the last one releases it. */
  static synchronized DeviceSession acquire(Device device, boolean fast) {
    DeviceSession session =
        OPEN.computeIfAbsent(device.selector() + fast, selector -> new DeviceSession(device, fast));
    session.users++;
    return session;
  }

  /** Keeps the session open during a call; false when it was closed. */
  boolean enter() {
    synchronized (DeviceSession.class) {
      if (users == 0) {
        return false;
      }
      users++;
      return true;
    }
  }

  /** Of a backend that is closed, or of a call that ends: the last one closes the session. */
  void release() {
    synchronized (DeviceSession.class) {
      users--;
      if (users > 0) {
        return;
      }
      OPEN.remove(device.selector() + fast);
    }
    discard(plans.idle());
    arrays.clear();
    thread.close();
  }

  Device device() {
    return device;
  }

  boolean isFast() {
    return fast;
  }

  /** All that is asked of the device goes through it. */
  DeviceThread thread() {
    return thread;
  }

  ArrayPool arrays() {
    return arrays;
  }

  /** The most elements of one launch: larger calls go through the device in blocks. */
  int blockElements() {
    return blockElements;
  }

  void shrinkBlocks(int elements) {
    blockElements = Math.min(blockElements, elements);
  }

  /** How many plans were compiled so far. */
  long compilations() {
    return compiler.compilations();
  }

  int plans() {
    return plans.size();
  }

  /** An array for a tensor; makes room where the JVM refuses. */
  FloatArray take(int capacity) {
    try {
      return arrays.take(capacity);
    } catch (OutOfMemoryError full) {
      makeRoom();
      return arrays.take(capacity);
    }
  }

  /** Runs a call whose operands are whole arrays of tensors, without a copy if a plan allows. */
  void run(BoundProgram call, Program.Arrays tensors) {
    if (!tensors.canBeBound()) {
      run(call, tensors, 0, call.rows());
      return;
    }
    run(call, tensors, 0, call.rows(), () -> plans.find(call.program(), tensors));
  }

  /** Runs a block of rows of a call, through arrays of the plan's own. */
  void run(BoundProgram call, Program.Arrays tensors, int firstRow, int rows) {
    Map<Operand, Integer> capacities = new EnumMap<>(Operand.class);
    for (Operand operand : call.program().operands()) {
      capacities.put(operand, Capacity.of(rows * call.columns(operand)));
    }
    run(call, tensors, firstRow, rows, () -> plans.staging(call.program(), capacities));
  }

  private void run(
      BoundProgram call,
      Program.Arrays tensors,
      int firstRow,
      int rows,
      Supplier<CompiledPlan> find) {
    boolean done = false;
    while (!done) {
      CompiledPlan plan = find.get();
      plan.lock().lock();
      try {
        if (!plan.isClosed()) {
          allocate(plan);
          if (plan.isBound()) {
            execute(plan, call, rows);
          } else {
            stage(plan, call, tensors, firstRow, rows);
          }
          done = true;
        }
      } finally {
        plan.lock().unlock();
      }
    }
    discard(plans.surplus());
  }

  private void allocate(CompiledPlan plan) {
    try {
      plan.allocate();
    } catch (OutOfMemoryError full) {
      plans.remove(plan);
      plan.close();
      throw new DeviceMemoryException(plan.deviceBytes(), full);
    }
  }

  private void stage(
      CompiledPlan plan, BoundProgram call, Program.Arrays tensors, int firstRow, int rows) {
    for (Operand input : new Operand[] {Operand.X, Operand.DY}) {
      if (tensors.has(input)) {
        int columns = call.columns(input);
        int from = firstRow * columns;
        tensors.copyOut(input, from, rows * columns, plan.arrays().get(input));
      }
    }
    execute(plan, call, rows);
    int columns = call.columns(Operand.OUT);
    int from = firstRow * columns;
    tensors.copyIn(Operand.OUT, from, rows * columns, plan.arrays().get(Operand.OUT));
  }

  private void execute(CompiledPlan plan, BoundProgram call, int rows) {
    Profiler profiler = Profiler.running();
    try {
      thread.call(
          () -> {
            if (plan.isCompiled()) {
              plan.execute(rows, call.columns(Operand.X), call.parameters(), profiler);
            } else {
              compiler.compile(plan, call, rows, profiler);
            }
            return plan;
          });
    } catch (Exception | LinkageError | InternalError failure) {
      throw failed(plan, call, failure);
    } catch (Error error) {
      if (isTornado(error)) {
        throw failed(plan, call, error);
      }
      throw error;
    }
  }

  /** A plan that failed is not used again; the next call compiles another. */
  private RuntimeException failed(CompiledPlan plan, BoundProgram call, Throwable failure) {
    plans.remove(plan);
    close(plan).ifPresent(failure::addSuppressed);
    if (DeviceMemoryException.isMeant(failure)) {
      return new DeviceMemoryException(plan.deviceBytes(), failure);
    }
    return new BackendException(
        String.format(
            Locale.ROOT, "%s: %s failed: %s", device, call.words(), Failure.text(failure)),
        failure);
  }

  /**
   * Frees what holds memory of the device or of the host without need; where there is nothing,
   * waits for a plan that another call uses. False when no plan is left.
   */
  boolean makeRoom() {
    arrays.clear();
    List<CompiledPlan> idle = plans.idle();
    discard(idle);
    if (!idle.isEmpty()) {
      return true;
    }
    Optional<CompiledPlan> busy = plans.oldest();
    busy.ifPresent(
        plan -> {
          plan.lock().lock();
          discard(List.of(plan));
        });
    return busy.isPresent();
  }

  /**
   * Closes plans whose locks this thread holds. A failure is not told: it belongs to no call, and
   * the plans are gone either way.
   */
  private void discard(List<CompiledPlan> taken) {
    for (CompiledPlan plan : taken) {
      try {
        close(plan);
      } finally {
        plan.lock().unlock();
      }
    }
  }

  private Optional<Throwable> close(CompiledPlan plan) {
    try {
      thread.call(
          () -> {
            plan.close();
            return plan;
          });
      return Optional.empty();
    } catch (Exception | LinkageError | AssertionError failure) {
      return Optional.of(failure);
    } catch (Error failure) {
      if (isTornado(failure)) {
        return Optional.of(failure);
      }
      throw failure;
    }
  }

  /** TornadoInternalError is an Error. */
  private static boolean isTornado(Error error) {
    return error.getClass().getName().startsWith("uk.ac.manchester.tornado");
  }
}
