package dev.activations.simulated;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.activations.simulator.SimulatedMachine;
import dev.activations.simulator.SimulationError;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.ResourceLock;
import uk.ac.manchester.tornado.api.GridScheduler;
import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.TaskGraph;
import uk.ac.manchester.tornado.api.TornadoExecutionPlan;
import uk.ac.manchester.tornado.api.WorkerGrid;
import uk.ac.manchester.tornado.api.WorkerGrid1D;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task3;
import uk.ac.manchester.tornado.api.enums.DataTransferMode;
import uk.ac.manchester.tornado.api.exceptions.TornadoExecutionPlanException;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/** There is one machine in a process, so its tests take turns. */
@ResourceLock("simulated machine")
abstract class SimulatedTest {
  static final int FIRST = DataTransferMode.FIRST_EXECUTION;
  static final int EVERY = DataTransferMode.EVERY_EXECUTION;
  static final int DEMAND = DataTransferMode.UNDER_DEMAND;

  @BeforeEach
  @AfterEach
  void reset() {
    SimulatedMachine.reset();
  }

  static WorkerGrid grid(int global, int local) {
    WorkerGrid grid = new WorkerGrid1D(global);
    grid.setLocalWork(local, 1, 1);
    return grid;
  }

  /** A plan of a graph g with one task t. */
  static TornadoExecutionPlan plan(TaskGraph graph, WorkerGrid grid) {
    return new TornadoExecutionPlan(graph.snapshot())
        .withGridScheduler(new GridScheduler("g.t", grid));
  }

  /** Runs a kernel from x to y once. */
  static void run(
      Task3<KernelContext, FloatArray, FloatArray> kernel,
      FloatArray x,
      FloatArray y,
      int global,
      int local) {
    TaskGraph graph =
        new TaskGraph("g")
            .transferToDevice(EVERY, x)
            .task("t", kernel, new KernelContext(), x, y)
            .transferToHost(EVERY, y);
    try (TornadoExecutionPlan plan = plan(graph, grid(global, local))) {
      plan.execute();
    } catch (TornadoExecutionPlanException impossible) {
      throw new AssertionError(impossible);
    }
  }

  static void assertError(ThrowingCallable action, String... parts) {
    assertThatThrownBy(action).isInstanceOf(SimulationError.class).hasMessageContainingAll(parts);
  }

  static FloatArray ramp(int size) {
    FloatArray array = new FloatArray(size);
    for (int i = 0; i < size; i++) {
      array.set(i, i);
    }
    return array;
  }
}
