package dev.activations.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.simulator.HostMemory;
import dev.activations.simulator.SimulatedMachine;
import org.junit.jupiter.api.Test;
import uk.ac.manchester.tornado.api.DataRange;
import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.TaskGraph;
import uk.ac.manchester.tornado.api.TornadoExecutionPlan;
import uk.ac.manchester.tornado.api.TornadoExecutionResult;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;

/** Which transfers happen when, and what the host may do between executions. */
class HostDataTest extends SimulatedTest {
  private final FloatArray x = ramp(64);
  private final FloatArray y = new FloatArray(64);

  private TornadoExecutionPlan plan(int in, int out) {
    return plan(
        new TaskGraph("g")
            .transferToDevice(in, x)
            .task("t", Kernels::twice, new KernelContext(), x, y)
            .transferToHost(out, y),
        grid(64, 32));
  }

  @Test
  void everyExecutionSeesWhatTheHostWrote() {
    TornadoExecutionPlan plan = plan(EVERY, EVERY);
    plan.execute();
    x.set(1, 5);
    plan.execute();
    assertThat(y.get(1)).isEqualTo(10);
    assertThat(SimulatedMachine.bytesCopiedToDevice()).isEqualTo(2 * (16 + 64 * 4));
    assertThat(SimulatedMachine.bytesCopiedToHost()).isEqualTo(2 * (16 + 64 * 4));
  }

  @Test
  void theFirstExecutionCopiesOnce() {
    TornadoExecutionPlan plan = plan(FIRST, EVERY);
    plan.execute();
    plan.execute();
    assertThat(SimulatedMachine.bytesCopiedToDevice()).isEqualTo(16 + 64 * 4);
    x.set(1, 5);
    assertError(plan::execute, "graph g", "FIRST_EXECUTION", "64 elements", "EVERY_EXECUTION");
    plan.freeDeviceMemory();
    plan.execute();
    assertThat(y.get(1)).isEqualTo(10);
  }

  @Test
  void writingThroughAViewCountsWhenItChangesSomething() {
    HostMemory.buffer(x).put(0, 3);
    TornadoExecutionPlan plan = plan(FIRST, EVERY);
    plan.execute();
    HostMemory.buffer(x).put(0, 3);
    plan.execute();
    HostMemory.buffer(x).put(0, 4);
    assertError(plan::execute, "FIRST_EXECUTION");
  }

  @Test
  void aViewTakenAfterwardsCountsToo() {
    TornadoExecutionPlan plan = plan(FIRST, EVERY);
    plan.execute();
    HostMemory.buffer(x).put(0, 4);
    assertError(plan::execute, "FIRST_EXECUTION");
  }

  @Test
  void transfersToTheHostAreNoWritesOfTheHost() throws Exception {
    HostMemory.buffer(x);
    TaskGraph graph =
        new TaskGraph("g")
            .transferToDevice(FIRST, x)
            .task("t", Kernels::addOne, new KernelContext(), x)
            .transferToHost(EVERY, x);
    try (TornadoExecutionPlan plan = plan(graph, grid(64, 32))) {
      plan.execute();
      plan.execute();
      plan.execute();
    }
    assertThat(HostMemory.buffer(x).get(1)).isEqualTo(4);
  }

  @Test
  void underDemandMeansStaleUntilAsked() {
    TornadoExecutionResult result = plan(EVERY, DEMAND).execute();
    assertError(() -> y.get(0), "stale host data", "element 0", "task g.t", "transferToHost");
    assertError(y::toHeapArray, "stale host data");
    assertThat(result.isReady()).isTrue();
    assertThat(result.transferToHost(y)).isSameAs(result);
    assertThat(y.toHeapArray()[3]).isEqualTo(6);
  }

  @Test
  void aRangeRefreshesARange() {
    TornadoExecutionResult result = plan(EVERY, DEMAND).execute();
    assertThat(result.transferToHost(new DataRange(y).withOffset(8).withSize(4))).isSameAs(result);
    assertThat(y.get(11)).isEqualTo(22);
    assertError(() -> y.get(12), "element 12");
    result.transferToHost(new DataRange(y));
    assertThat(y.get(12)).isEqualTo(24);
  }

  @Test
  void whatTheHostWritesItMayRead() {
    plan(EVERY, DEMAND).execute();
    y.set(2, 9);
    assertThat(y.get(2)).isEqualTo(9);
    assertError(() -> y.get(3), "stale");
    y.init(1);
    assertThat(y.get(3)).isEqualTo(1);
  }

  @Test
  void aViewOfStaleDataIsPoison() {
    plan(EVERY, DEMAND).execute();
    y.set(2, 9);
    assertThat(HostMemory.buffer(y).get(2)).isEqualTo(9);
    assertThat(HostMemory.buffer(y).get(3)).isNaN();
    y.clear();
    assertThat(HostMemory.buffer(y).get(3)).isZero();
  }

  @Test
  void aViewOfStaleIntsIsPoison() {
    IntArray ints = new IntArray(4);
    TaskGraph graph = new TaskGraph("g").persistOnDevice(ints).task("t", HostDataTest::ones, ints);
    new TornadoExecutionPlan(graph.snapshot()).execute();
    assertThat(HostMemory.buffer(ints).get(0)).isEqualTo(Integer.MIN_VALUE);
  }

  static void ones(IntArray ints) {
    ints.init(1);
  }

  @Test
  void anotherPlanMayNotTakeStaleData() throws Exception {
    TornadoExecutionPlan first = plan(EVERY, DEMAND);
    first.execute();
    FloatArray z = new FloatArray(64);
    TaskGraph graph =
        new TaskGraph("g")
            .transferToDevice(EVERY, y)
            .task("t", Kernels::twice, new KernelContext(), y, z)
            .transferToHost(EVERY, z);
    TornadoExecutionPlan second = plan(graph, grid(64, 32));
    assertError(second::execute, "stale host data");
    first.close();
    second.execute();
    assertThat(z.get(0)).isZero();
  }

  @Test
  void unknownArraysCannotBeFetched() {
    TornadoExecutionResult result = plan(EVERY, EVERY).execute();
    assertError(() -> result.transferToHost(new FloatArray(1)), "graph g", "does not hold");
  }

  @Test
  void aKernelHasNoHostMemory() {
    assertError(
        () -> run((c, from, to) -> HostMemory.buffer(from), x, y, 1, 1), "can reach its arrays");
  }
}
