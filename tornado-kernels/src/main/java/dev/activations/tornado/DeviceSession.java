package dev.activations.tornado;

import dev.activations.BackendException;
import dev.activations.tornado.Program.Operand;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What all backends on one device share: its thread, its plans, the arrays that wait for reuse. It
 * lives from the first backend that is opened on the device to the last that is closed.
 */
final class DeviceSession {
  /** Building a graph and compiling it use tables that all of TornadoVM shares, unguarded. */
  private static final Object COMPILER = new Object();

  private static final Map<String, DeviceSession> OPEN = new HashMap<>();

  private static final int MOST_PLANS = 64;

  private final Device device;
  private final boolean fast;
  private final DeviceThread thread;
  private final ArrayPool arrays;
  private final PlanCache plans;
  private CompilerFlags flags;
  private boolean exactFlagsWork;
  private int users;
  private volatile int blockElements;
  private volatile long compilations;

  private DeviceSession(Device device, boolean fast) {
    this.device = device;
    this.fast = fast;
    flags = fast ? CompilerFlags.FAST : CompilerFlags.EXACT;
    thread = new DeviceThread("activations " + device.selector());
    arrays = new ArrayPool(device.memory() / Float.BYTES / 4);
    plans = new PlanCache(MOST_PLANS, device.memory() / 2);
    blockElements = Blocks.largest(device.largestBuffer(), device.memory());
  }

  /** The session of a device, which is the same for all until the last one releases it. */
  static synchronized DeviceSession acquire(Device device, boolean fast) {
    DeviceSession session =
        OPEN.computeIfAbsent(device.selector() + fast, selector -> new DeviceSession(device, fast));
    session.users++;
    return session;
  }

  void release() {
    synchronized (DeviceSession.class) {
      users--;
      if (users > 0) {
        return;
      }
      OPEN.remove(device.selector() + fast);
    }
    for (CompiledPlan plan : plans.idle()) {
      discard(plan);
    }
    arrays.clear();
    thread.close();
  }

  Device device() {
    return device;
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
    return compilations;
  }

  int plans() {
    return plans.size();
  }

  /** Runs a call whose operands are whole arrays of tensors, without a copy if a plan allows. */
  void run(Call call, Program.Arrays tensors) {
    while (true) {
      CompiledPlan plan = plans.find(call.program(), tensors);
      plan.lock().lock();
      try {
        if (plan.isClosed()) {
          continue;
        }
        boolean direct = plan.arrays().get(Operand.X) == tensors.get(Operand.X);
        if (direct) {
          execute(plan, call, call.rows());
        } else {
          stage(plan, call, tensors, 0, call.rows());
        }
        break;
      } finally {
        plan.lock().unlock();
      }
    }
    trim();
  }

  /** Runs a block of rows of a call, through arrays of the plan's own. */
  void run(Call call, Program.Arrays tensors, int firstRow, int rows) {
    Map<Operand, Integer> capacities = new EnumMap<>(Operand.class);
    for (Operand operand : call.program().operands()) {
      capacities.put(operand, Capacity.of(rows * call.columns(operand)));
    }
    while (true) {
      CompiledPlan plan = plans.staging(call.program(), capacities);
      plan.lock().lock();
      try {
        if (!plan.isClosed()) {
          stage(plan, call, tensors, firstRow, rows);
          break;
        }
      } finally {
        plan.lock().unlock();
      }
    }
    trim();
  }

  private void stage(CompiledPlan plan, Call call, Program.Arrays tensors, int firstRow, int rows) {
    for (Operand input : new Operand[] {Operand.X, Operand.DY}) {
      if (tensors.has(input)) {
        int columns = call.columns(input);
        HostArrays.copy(
            tensors.get(input), firstRow * columns, plan.arrays().get(input), 0, rows * columns);
      }
    }
    execute(plan, call, rows);
    int columns = call.columns(Operand.OUT);
    HostArrays.copy(
        plan.arrays().get(Operand.OUT),
        0,
        tensors.get(Operand.OUT),
        firstRow * columns,
        rows * columns);
  }

  private void execute(CompiledPlan plan, Call call, int rows) {
    try {
      thread.call(
          () -> {
            if (plan.isCompiled()) {
              plan.execute(rows, call.columns(Operand.X), call.parameters());
            } else {
              compile(plan, call, rows);
            }
            return plan;
          });
    } catch (Exception | LinkageError | InternalError failure) {
      throw failed(plan, call, rows, failure);
    } catch (Error error) {
      if (error.getClass().getName().startsWith("uk.ac.manchester.tornado")) {
        throw failed(plan, call, rows, error);
      }
      throw error;
    }
  }

  /** The first execution compiles too. A driver that refuses the flags gets weaker ones. */
  private void compile(CompiledPlan plan, Call call, int rows) {
    synchronized (COMPILER) {
      compilations++;
      try {
        plan.compile(device, flags);
        plan.execute(rows, call.columns(Operand.X), call.parameters());
      } catch (RuntimeException refused) {
        if (flags != CompilerFlags.EXACT
            || !device.isOpenCl()
            || exactFlagsWork
            || DeviceMemoryException.isMeant(refused)) {
          throw refused;
        }
        plan.release();
        plan.compile(device, CompilerFlags.PRECISE);
        plan.execute(rows, call.columns(Operand.X), call.parameters());
        flags = CompilerFlags.PRECISE;
      }
      exactFlagsWork = flags == CompilerFlags.EXACT;
    }
  }

  /** A plan that failed is not used again; the next call compiles another. */
  private RuntimeException failed(CompiledPlan plan, Call call, int rows, Throwable failure) {
    plans.remove(plan);
    try {
      thread.call(
          () -> {
            plan.close();
            return plan;
          });
    } catch (Exception | Error again) {
      failure.addSuppressed(again);
    }
    if (DeviceMemoryException.isMeant(failure)) {
      return new DeviceMemoryException(plan.deviceBytes(), failure);
    }
    return new BackendException(
        String.format(
            "%s: %s on %d x %d failed: %s",
            device, call.step(), rows, call.columns(Operand.X), Failure.text(failure)),
        failure);
  }

  /** Frees all plans that nobody uses, when the device has no memory left. */
  boolean freeIdlePlans() {
    List<CompiledPlan> idle = plans.idle();
    idle.forEach(this::discard);
    return !idle.isEmpty();
  }

  private void trim() {
    plans.surplus().forEach(this::discard);
  }

  /** Closes a plan whose lock this thread holds. */
  private void discard(CompiledPlan plan) {
    try {
      thread.call(
          () -> {
            plan.close();
            return plan;
          });
    } catch (Exception failure) {
      throw new BackendException(
          device + ": freeing a plan failed: " + Failure.text(failure), failure);
    } finally {
      plan.lock().unlock();
    }
  }
}
