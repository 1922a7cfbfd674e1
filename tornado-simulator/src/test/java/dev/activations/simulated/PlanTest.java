package dev.activations.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.activations.simulator.SimulatedMachine;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import uk.ac.manchester.tornado.api.DataRange;
import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.TaskGraph;
import uk.ac.manchester.tornado.api.TornadoExecutionPlan;
import uk.ac.manchester.tornado.api.TornadoExecutionResult;
import uk.ac.manchester.tornado.api.TornadoProfilerResult;
import uk.ac.manchester.tornado.api.enums.ProfilerMode;
import uk.ac.manchester.tornado.api.enums.TornadoVMBackendType;
import uk.ac.manchester.tornado.api.exceptions.TornadoOutOfMemoryException;
import uk.ac.manchester.tornado.api.exceptions.TornadoRuntimeException;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/** The life of plans: memory, compilations, failures, threads. */
class PlanTest extends SimulatedTest {
  private static final long BYTES = 2 * (16 + 64 * 4);

  private final FloatArray x = ramp(64);
  private final FloatArray y = new FloatArray(64);

  private TaskGraph graph() {
    return new TaskGraph("g")
        .transferToDevice(EVERY, x)
        .task("t", Kernels::twice, new KernelContext(), x, y)
        .transferToHost(EVERY, y);
  }

  private TornadoExecutionPlan plan() {
    return plan(graph(), grid(64, 32));
  }

  @Test
  void buffersLiveUntilFreed() throws Exception {
    TornadoExecutionPlan plan = plan();
    assertThat(SimulatedMachine.livePlans()).isOne();
    assertThat(SimulatedMachine.allocatedBytes()).isZero();
    plan.execute();
    plan.execute();
    assertThat(SimulatedMachine.executions()).isEqualTo(2);
    assertThat(SimulatedMachine.allocatedBytes()).isEqualTo(BYTES);
    assertThat(plan.getCurrentDeviceMemoryUsage()).isEqualTo(BYTES);
    plan.freeDeviceMemory();
    assertThat(SimulatedMachine.allocatedBytes()).isZero();
    plan.execute();
    plan.close();
    plan.close();
    assertThat(SimulatedMachine.allocatedBytes()).isZero();
    assertThat(SimulatedMachine.livePlans()).isZero();
  }

  @Test
  void tasksAreCompiledOnce() {
    TornadoExecutionPlan plan = plan();
    plan.withPreCompilation();
    assertThat(SimulatedMachine.compilations()).isOne();
    plan.withPreCompilation().execute();
    plan.execute();
    assertThat(SimulatedMachine.compilations()).isOne();
    plan.resetDevice().execute();
    assertThat(SimulatedMachine.compilations()).isEqualTo(2);
  }

  @Test
  void aClosedPlanIsOfNoUse() throws Exception {
    TornadoExecutionPlan plan = plan();
    TornadoExecutionResult result = plan.execute();
    plan.close();
    assertError(plan::execute, "graph g", "after close");
    assertError(plan::withPreCompilation, "after close");
    assertError(plan::clearProfiles, "after close");
    assertError(() -> result.transferToHost(y), "after close");
  }

  @Test
  void memoryRunsOut() throws Exception {
    SimulatedMachine.deviceMemory(BYTES);
    TornadoExecutionPlan first = plan();
    first.execute();
    TornadoExecutionPlan second = plan();
    assertThatThrownBy(second::execute)
        .isInstanceOf(TornadoOutOfMemoryException.class)
        .hasMessageContaining("Unable to allocate 272 bytes");
    first.close();
    second.execute();
    second.close();
    SimulatedMachine.deviceMemory(1 << 20);
    SimulatedMachine.maxAllocation(100);
    assertThatThrownBy(plan()::execute).isInstanceOf(TornadoOutOfMemoryException.class);
  }

  @Test
  void aFailureInTheMiddle() {
    TornadoExecutionPlan plan = plan();
    RuntimeException failure = new TornadoRuntimeException("CL_OUT_OF_RESOURCES");
    SimulatedMachine.failNextExecution(failure);
    assertThatThrownBy(plan::execute).isSameAs(failure);
    assertError(() -> y.get(0), "stale");
    plan.execute();
    assertThat(y.get(1)).isEqualTo(2);
  }

  @Test
  void flagsAndDevices() {
    assertThat(SimulatedMachine.lastCompilerFlags()).isNull();
    TornadoExecutionPlan plan =
        plan()
            .withDevice(TornadoExecutionPlan.DEFAULT_DEVICE)
            .withCompilerFlags(TornadoVMBackendType.PTX, "-O3")
            .withCompilerFlags(TornadoVMBackendType.OPENCL, "-w");
    assertThat(SimulatedMachine.lastCompilerFlags()).isEqualTo("-w");
    assertError(() -> plan.withDevice(null), "expected the simulated device");
  }

  @Test
  void profilesAreZeroUnlessAskedFor() {
    TornadoExecutionPlan plan = plan();
    assertThat(plan.execute().getProfilerResult().getTotalTime()).isZero();
    plan.resetDevice().withProfiler(ProfilerMode.SILENT);
    TornadoProfilerResult profile = plan.execute().getProfilerResult();
    assertThat(profile.getTotalTime()).isPositive();
    assertThat(profile.getCompileTime()).isPositive();
    assertThat(profile.getTornadoCompilerTime()).isEqualTo(profile.getCompileTime());
    assertThat(profile.getDriverInstallTime()).isZero();
    assertThat(profile.getDeviceKernelTime()).isPositive();
    assertThat(profile.getDataTransfersTime())
        .isEqualTo(profile.getDeviceWriteTime() + profile.getDeviceReadTime())
        .isPositive();
    assertThat(profile.getTotalBytesCopyIn()).isEqualTo(BYTES / 2);
    assertThat(profile.getTotalBytesCopyOut()).isEqualTo(BYTES / 2);
    plan.withoutProfiler().clearProfiles();
    assertThat(plan.execute().getProfilerResult().getDeviceKernelTime()).isZero();
  }

  @Test
  void rangesAreCheckedLikeTornadoVms() {
    DataRange range = new DataRange(y).withOffset(1);
    assertThatThrownBy(range::getOffset).isInstanceOf(TornadoRuntimeException.class);
    assertThatThrownBy(range::materialize).isInstanceOf(TornadoRuntimeException.class);
    range.withSize(2).materialize();
    assertThat(range.getOffset()).isEqualTo(20);
    assertThat(range.getPartialSize()).isEqualTo(8);
    assertThat(range.getArray()).isSameAs(y);
  }

  private static final AtomicReference<CountDownLatch> INSIDE = new AtomicReference<>();
  private static final AtomicReference<CountDownLatch> LEAVE = new AtomicReference<>();

  static void stays(FloatArray a) {
    a.set(0, 1);
    INSIDE.get().countDown();
    try {
      LEAVE.get().await();
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }

  /** Runs an action while another thread is in a kernel of a plan. */
  private static void during(TornadoExecutionPlan plan, ThrowingCallable action) throws Throwable {
    INSIDE.set(new CountDownLatch(1));
    LEAVE.set(new CountDownLatch(1));
    Thread other = new Thread(plan::execute, "other");
    other.start();
    try {
      INSIDE.get().await();
      action.call();
    } finally {
      LEAVE.get().countDown();
      other.join();
    }
  }

  @Test
  @Timeout(60)
  void aPlanIsForOneThreadAtATime() throws Throwable {
    TaskGraph graph = new TaskGraph("g").persistOnDevice(x).task("t", PlanTest::stays, x);
    TornadoExecutionPlan plan = new TornadoExecutionPlan(graph.snapshot());
    during(plan, () -> assertError(plan::execute, "graph g", "while thread other", "one thread"));
    during(plan, () -> assertError(plan::close, "while thread other"));
    LEAVE.get().countDown();
    plan.execute();
  }

  @Test
  @Timeout(60)
  void graphsAreBuiltAndCompiledByOneThreadAtATime() throws Throwable {
    FloatArray z = new FloatArray(1);
    TaskGraph graph = new TaskGraph("g").persistOnDevice(z).task("t", PlanTest::stays, z);
    TornadoExecutionPlan plan = new TornadoExecutionPlan(graph.snapshot());
    TornadoExecutionPlan compiled = plan();
    compiled.execute();
    TornadoExecutionPlan fresh = plan();
    during(
        plan,
        () -> {
          assertError(this::graph, "builds graph g", "thread other compiles graph g", "one lock");
          assertError(fresh::withPreCompilation, "compiles graph g");
          assertError(fresh::execute, "compiles graph g");
          compiled.execute();
        });
    // From its second execution on it compiles nothing.
    during(plan, fresh::execute);
    TaskGraph open = graph();
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread other = new Thread(this::graph, "other");
    other.setUncaughtExceptionHandler((thread, throwable) -> thrown.set(throwable));
    other.start();
    other.join();
    assertThat(thrown.get()).hasMessageContaining("thread other builds graph g while");
    assertThat(open.snapshot()).isNotNull();
  }
}
