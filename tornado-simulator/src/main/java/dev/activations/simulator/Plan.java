package dev.activations.simulator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.ac.manchester.tornado.api.GridScheduler;
import uk.ac.manchester.tornado.api.common.TornadoDevice;
import uk.ac.manchester.tornado.api.enums.ProfilerMode;
import uk.ac.manchester.tornado.api.enums.TornadoVMBackendType;
import uk.ac.manchester.tornado.api.types.arrays.TornadoNativeArray;

/**
 * Executes graphs: allocates, copies, launches. It is for one thread at a time, as in TornadoVM.
 */
public final class Plan {
  private final Graph[] graphs;
  private final Machine machine = SimulatedMachine.current();
  private final Moment now = new Moment();
  private final DeviceMemory memory = new DeviceMemory(machine, now);
  private final AtomicReference<@Nullable Thread> user = new AtomicReference<>();
  private @Nullable GridScheduler grids;
  private @Nullable ProfilerMode profiler;
  private boolean compiled;
  private volatile boolean closed;
  private long executions;

  /**
   * A plan.
   *
   * @param graphs what it executes, in turn
   */
  public Plan(Graph... graphs) {
    this.graphs = graphs.clone();
    machine.livePlans.incrementAndGet();
  }

  /** Compiles all tasks that are not compiled. */
  public void compile() {
    alone(
        () -> {
          compiling();
        });
  }

  /**
   * Executes all graphs.
   *
   * @return where the time went; zeros without a profiler
   */
  public Profile execute() {
    return exclusively(this::executeAll);
  }

  /**
   * Takes a device.
   *
   * @param device the simulated one
   */
  public void withDevice(TornadoDevice device) {
    requireOpen();
    if (device != SimulatedDevice.INSTANCE) {
      throw new SimulationError("expected the simulated device, found " + device);
    }
  }

  /**
   * Takes grids.
   *
   * @param scheduler the grids of all tasks that have one
   */
  public void withGridScheduler(GridScheduler scheduler) {
    requireOpen();
    grids = scheduler;
  }

  /**
   * Takes flags.
   *
   * @param backend for which compiler
   * @param flags the flags
   */
  public void withCompilerFlags(TornadoVMBackendType backend, String flags) {
    requireOpen();
    if (backend == TornadoVMBackendType.OPENCL) {
      machine.compilerFlags.set(flags);
    }
  }

  /**
   * Measures or not.
   *
   * @param mode null to stop
   */
  public void withProfiler(@Nullable ProfilerMode mode) {
    requireOpen();
    profiler = mode;
  }

  /** Frees the buffers. */
  public void freeDeviceMemory() {
    alone(
        () -> {
          memory.free();
        });
  }

  /** Frees the buffers and the code. */
  public void resetDevice() {
    alone(
        () -> {
          memory.free();
          compiled = false;
        });
  }

  /** Frees all; closing again does nothing. */
  public void close() {
    if (closed) {
      return;
    }
    alone(
        () -> {
          memory.free();
          closed = true;
          machine.livePlans.decrementAndGet();
        });
  }

  /**
   * What the buffers take.
   *
   * @return bytes
   */
  public long deviceBytes() {
    requireOpen();
    return memory.bytes();
  }

  /** Fails after close. */
  public void requireOpen() {
    if (closed) {
      throw new SimulationError("the execution plan of " + describe() + " is used after close");
    }
  }

  /**
   * Copies a whole array from the device.
   *
   * @param array of a graph of this plan
   */
  public void transferToHost(Object array) {
    alone(
        () -> {
          Buffer buffer = buffer(array);
          int size = ((TornadoNativeArray) array).getSize();
          buffer.transferOut(0, size);
          machine.bytesToHost.addAndGet(buffer.bytes());
        });
  }

  /**
   * Copies a part of an array from the device.
   *
   * @param array of a graph of this plan
   * @param from index of its first element
   * @param count how many elements
   */
  public void transferToHost(TornadoNativeArray array, long from, long count) {
    alone(
        () -> {
          buffer(array).transferOut((int) from, (int) count);
          machine.bytesToHost.addAndGet(count * array.getElementSize());
        });
  }

  private Buffer buffer(Object array) {
    Buffer buffer = memory.held(array);
    if (buffer == null) {
      throw new SimulationError(
          "transferToHost of an array that the plan of "
              + describe()
              + " does not hold on the device: it is in no graph, or nothing was executed");
    }
    return buffer;
  }

  private Profile executeAll() {
    machine.executions.incrementAndGet();
    boolean first = !compiled;
    long compiling = first ? compiling() : 0;
    if (first) {
      // TornadoVM compiles in the middle of the first execution.
      BuildWindow.enter(this, "compiles " + describe());
    }
    try {
      requireKnownGrids();
      Execution execution = new Execution(machine, memory, now, grids, executions++);
      for (Graph graph : graphs) {
        execution.run(graph);
      }
      Profile profile = execution.finish(compiling);
      return profiler == null ? Profile.NONE : profile;
    } finally {
      memory.settle();
      BuildWindow.exit(this);
    }
  }

  /** Compiles what is not compiled; returns the time that it took. */
  private long compiling() {
    if (compiled) {
      return 0;
    }
    long start = System.nanoTime();
    BuildWindow.enter(this, "compiles " + describe());
    try {
      for (Graph graph : graphs) {
        Arguments.check(graph);
        machine.compilations.addAndGet(graph.tasks().size());
      }
      compiled = true;
    } finally {
      BuildWindow.exit(this);
    }
    return System.nanoTime() - start;
  }

  private void requireKnownGrids() {
    if (grids == null) {
      return;
    }
    Set<String> known = new HashSet<>();
    for (Graph graph : graphs) {
      for (Task task : graph.tasks()) {
        known.add(task.name());
      }
    }
    for (String name : grids.keySet()) {
      if (!known.contains(name)) {
        throw new SimulationError(
            "the GridScheduler has a grid for \""
                + name
                + "\", which is no task; expected some of "
                + known);
      }
    }
  }

  private String describe() {
    List<String> names = new ArrayList<>();
    for (Graph graph : graphs) {
      names.add("graph " + graph.name());
    }
    return String.join(", ", names);
  }

  private void alone(Runnable action) {
    exclusively(
        () -> {
          action.run();
          return this;
        });
  }

  private <T> T exclusively(Supplier<T> action) {
    Thread me = Thread.currentThread();
    Thread other = user.compareAndExchange(null, me);
    if (other != null) {
      throw new SimulationError(
          "thread "
              + me.getName()
              + " uses the execution plan of "
              + describe()
              + " while thread "
              + other.getName()
              + " does; a plan is for one thread at a time");
    }
    try {
      requireOpen();
      return action.get();
    } finally {
      user.set(null);
    }
  }
}
