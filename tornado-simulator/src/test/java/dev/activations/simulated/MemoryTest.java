package dev.activations.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.TaskGraph;
import uk.ac.manchester.tornado.api.TornadoExecutionPlan;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/** What may not be done to elements on the device. */
class MemoryTest extends SimulatedTest {
  private final FloatArray x = ramp(64);
  private final FloatArray y = new FloatArray(64);

  @Test
  void aRightKernelPasses() {
    run(Kernels::twice, x, y, 96, 32);
    assertThat(y.get(63)).isEqualTo(126);
  }

  @Test
  void indexBehindTheEnd() {
    assertError(
        () -> run(Kernels::unguarded, x, y, 96, 32),
        "task g.t",
        "kernel Kernels.unguarded",
        "work-item",
        "(group 2, local",
        "parameter 2 (FloatArray of 64 elements)",
        "is out of bounds",
        "expected 0 to 63",
        "Kernels.java:");
  }

  @Test
  void negativeIndex() {
    assertError(() -> run(Kernels::negative, x, y, 1, 1), "index -1", "parameter 2");
  }

  @Test
  void readingWhatNothingWrote() {
    assertError(
        () -> run(Kernels::readsOutput, x, y, 64, 32),
        "parameter 3",
        "which nothing wrote",
        "Kernels.readsOutput");
    assertError(() -> run(Kernels::writesEvens, x, y, 32, 32), "which nothing wrote");
  }

  @Test
  void whatAnEarlierTaskWroteCanBeRead() throws Exception {
    FloatArray z = new FloatArray(64);
    TaskGraph graph =
        new TaskGraph("g")
            .transferToDevice(EVERY, x)
            .persistOnDevice(z)
            .task("first", Kernels::twiceAsLoop, x, z)
            .task("t", Kernels::twice, new KernelContext(), z, y)
            .transferToHost(EVERY, y);
    try (TornadoExecutionPlan plan = plan(graph, grid(64, 32))) {
      plan.execute();
      plan.execute();
    }
    assertThat(y.get(3)).isEqualTo(12);
  }

  @Test
  void twoItemsWriteOneElement() {
    assertError(
        () -> run(Kernels::allWriteFirst, x, y, 32, 32), "race", "writes element 0", "wrote");
    assertError(() -> run(Kernels::neighboursWrite, x, y, 64, 1), "race", "parameter 3");
  }

  @Test
  void oneItemReadsWhatAnotherWrites() {
    assertError(() -> run(Kernels::shiftsInPlace, x, y, 64, 32), "race", "parameter 2", "element");
    assertError(() -> run(Kernels::shiftsInPlace, x, y, 64, 1), "race", "parameter 2", "group");
  }

  @Test
  void aBarrierOrdersItemsOfAGroup() {
    run(Kernels::shiftsGroups, x, y, 64, 32);
    assertThat(y.get(31)).isEqualTo(0);
    assertThat(y.get(32)).isEqualTo(33);
    run(Kernels::readAllWriteOne, x, y, 32, 32);
  }

  @Test
  void aBarrierOrdersNoItemsOfTwoGroups() {
    assertError(
        () -> run(Kernels::readAllWriteOne, x, y, 64, 32),
        "race",
        "writes element 0",
        "work-items of several groups read");
    FloatArray filled = ramp(64);
    TaskGraph graph =
        new TaskGraph("g")
            .transferToDevice(EVERY, x, filled)
            .task("t", Kernels::acrossGroups, new KernelContext(), x, filled);
    TornadoExecutionPlan plan = plan(graph, grid(64, 32));
    for (int again = 0; again < 2; again++) {
      assertError(plan::execute, "race", "writes element", "(group 0, local");
    }
    assertError(
        () -> run(Kernels::fromGroupBefore, ramp(64), y, 64, 32),
        "reads element",
        "parameter 3",
        "(group 0, local");
  }

  @Test
  void oneItemMayReadAndWriteItsOwn() throws Exception {
    TaskGraph graph =
        new TaskGraph("g")
            .transferToDevice(FIRST, x)
            .task("t", Kernels::addOne, new KernelContext(), x)
            .transferToHost(EVERY, x);
    try (TornadoExecutionPlan plan = plan(graph, grid(64, 32))) {
      plan.execute();
      plan.execute();
    }
    assertThat(x.get(5)).isEqualTo(7);
  }

  @Test
  void oneArrayForTwoParametersIsOneBuffer() {
    FloatArray both = ramp(64);
    run(Kernels::twice, both, both, 64, 32);
    assertThat(both.get(63)).isEqualTo(126);
  }

  @Test
  void elementsNotWrittenComeBackAsPoison() {
    run(Kernels::twice, x, new FloatArray(64), 32, 32);
    FloatArray larger = new FloatArray(64);
    run(Kernels::twice, x, larger, 32, 32);
    assertThat(larger.get(31)).isEqualTo(62);
    assertThat(larger.get(32)).isNaN();
  }

  @Test
  void kernelsSeeElementsOnly() {
    assertError(() -> run(Kernels::readsWhole, x, y, 1, 1), "not whole arrays");
    run((context, from, to) -> Kernels.writesWhole(from, to), x, y, 1, 1);
    assertThat(y.get(63)).isEqualTo(0);
  }

  private static FloatArray leaked;

  @Test
  void anArrayOfTheDeviceIsOfNoUseOutside() {
    run(
        (context, from, to) -> {
          leaked = from;
          to.set(0, from.get(0));
        },
        x,
        y,
        1,
        1);
    assertError(() -> leaked.get(0), "outside of its kernel");
  }

  @Test
  void manyLaunchesDoNotRunOutOfStamps() throws Exception {
    TaskGraph graph =
        new TaskGraph("g")
            .transferToDevice(FIRST, x)
            .task("t", Kernels::addOne, new KernelContext(), x);
    try (TornadoExecutionPlan plan = plan(graph, grid(64, 32))) {
      for (int i = 0; i < 10_000; i++) {
        plan.execute();
      }
      plan.execute().transferToHost(x);
    }
    assertThat(x.get(1)).isEqualTo(10_002);
  }
}
