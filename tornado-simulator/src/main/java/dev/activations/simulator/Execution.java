package dev.activations.simulator;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.ac.manchester.tornado.api.GridScheduler;
import uk.ac.manchester.tornado.api.WorkerGrid;
import uk.ac.manchester.tornado.api.enums.DataTransferMode;
import uk.ac.manchester.tornado.api.types.arrays.TornadoNativeArray;

/** One execution of a plan's graphs. */
final class Execution {
  private final Machine machine;
  private final DeviceMemory memory;
  private final Moment now;
  private final @Nullable GridScheduler grids;
  private final long number;
  private final long start = System.nanoTime();
  private long writing;
  private long reading;
  private long running;
  private long bytesIn;
  private long bytesOut;

  Execution(
      Machine machine,
      DeviceMemory memory,
      Moment now,
      @Nullable GridScheduler grids,
      long number) {
    this.machine = machine;
    this.memory = memory;
    this.now = now;
    this.grids = grids;
    this.number = number;
  }

  void run(Graph graph) {
    long begun = System.nanoTime();
    for (Graph.Transfer transfer : graph.in()) {
      Buffer buffer = memory.allocated(transfer.array());
      if (buffer.transferIn(transfer.mode(), graph.name())) {
        bytesIn += buffer.bytes();
      }
    }
    for (Graph.Transfer transfer : graph.out()) {
      memory.allocated(transfer.array());
    }
    long copied = System.nanoTime();
    boolean begunTasks = false;
    for (Task task : graph.tasks()) {
      launch(task);
      if (!begunTasks) {
        machine.failIfDue();
        begunTasks = true;
      }
    }
    long computed = System.nanoTime();
    for (Graph.Transfer transfer : graph.out()) {
      if (transfer.mode() != DataTransferMode.UNDER_DEMAND) {
        Buffer buffer = memory.allocated(transfer.array());
        buffer.transferOut(0, transfer.array().getSize());
        bytesOut += buffer.bytes();
      }
    }
    writing += copied - begun;
    running += computed - copied;
    reading += System.nanoTime() - computed;
  }

  /** What it took; compiling came before it. */
  Profile finish(long compiling) {
    machine.bytesToDevice.addAndGet(bytesIn);
    machine.bytesToHost.addAndGet(bytesOut);
    long total = compiling + System.nanoTime() - start;
    return new Profile(total, compiling, writing, reading, running, bytesIn, bytesOut);
  }

  private void launch(Task task) {
    Object[] arguments = task.arguments().clone();
    Set<DeviceCells> cells = new LinkedHashSet<>();
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i] instanceof TornadoNativeArray array) {
        Buffer buffer = memory.allocated(array);
        arguments[i] = buffer.array();
        cells.add(buffer.cells());
      }
    }
    Launch launch = new Launch(task, now, arguments, new ArrayList<>(cells));
    WorkerGrid grid = grids == null ? null : grids.get(task.name());
    Extent extent = grid == null ? null : Extent.of(task.name(), grid);
    if (!task.hasContext()) {
      launch.runLoop();
    } else if (extent == null) {
      throw new SimulationError(
          "task "
              + task.name()
              + " takes a KernelContext but has no WorkerGrid; add one for \""
              + task.name()
              + "\" to the GridScheduler");
    } else {
      launch.runItems(extent, machine.seed + number);
    }
  }
}
