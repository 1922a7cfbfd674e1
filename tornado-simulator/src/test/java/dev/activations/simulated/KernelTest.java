package dev.activations.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.ac.manchester.tornado.api.GridScheduler;
import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.TaskGraph;
import uk.ac.manchester.tornado.api.TornadoExecutionPlan;
import uk.ac.manchester.tornado.api.WorkerGrid;
import uk.ac.manchester.tornado.api.WorkerGrid1D;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task2;
import uk.ac.manchester.tornado.api.exceptions.TornadoRuntimeException;
import uk.ac.manchester.tornado.api.exceptions.TornadoTaskRuntimeException;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/** Which kernels, arguments and grids are refused. */
class KernelTest extends SimulatedTest {
  private final FloatArray x = ramp(64);
  private final FloatArray y = new FloatArray(64);

  private TaskGraph graph() {
    return new TaskGraph("g")
        .transferToDevice(EVERY, x)
        .task("t", Kernels::twice, new KernelContext(), x, y)
        .transferToHost(EVERY, y);
  }

  @Test
  void kernelsThatCapture() {
    float slope = x.get(1);
    assertError(
        () -> new TaskGraph("g").task("t", (a, b) -> b.set(0, slope * a.get(0)), x, y),
        "task g.t",
        "captures a float");
    assertError(() -> new TaskGraph("g").task("t", x::set, 1, 2f), "captures", "FloatArray");
  }

  @Test
  void kernelsThatAreObjects() {
    Task2<FloatArray, FloatArray> object =
        new Task2<>() {
          @Override
          public void apply(FloatArray a, FloatArray b) {
            b.set(0, a.get(0));
          }
        };
    assertError(
        () -> new TaskGraph("g").task("t", object, x, y), "task g.t", "an object of", "static");
  }

  /** A kernel that is a method of an argument. */
  record Receiver() {
    void kernel(FloatArray a, FloatArray b) {
      b.set(0, a.get(0));
    }
  }

  private void instanceKernel(FloatArray a, FloatArray b) {
    b.set(0, a.get(0));
  }

  @Test
  void kernelsThatAreNotStatic() {
    assertError(() -> new TaskGraph("g").task("t", this::instanceKernel, x, y), "captures");
    TaskGraph graph =
        new TaskGraph("g").task("t", Receiver::kernel, new Receiver(), x, y).transferToHost(0, y);
    assertError(() -> new TornadoExecutionPlan(graph.snapshot()).execute(), "Receiver");
  }

  static final class Counter extends Number {
    private static final long serialVersionUID = 1;

    void kernel(FloatArray a, FloatArray b) {
      b.set(0, a.get(0));
    }

    @Override
    public int intValue() {
      return 0;
    }

    @Override
    public long longValue() {
      return 0;
    }

    @Override
    public float floatValue() {
      return 0;
    }

    @Override
    public double doubleValue() {
      return 0;
    }
  }

  @Test
  void instanceMethodsAreSeenOnTheStack() {
    TaskGraph graph =
        new TaskGraph("g")
            .transferToDevice(EVERY, x)
            .task("t", Counter::kernel, new Counter(), x, y)
            .transferToHost(EVERY, y);
    TornadoExecutionPlan plan = new TornadoExecutionPlan(graph.snapshot());
    assertError(plan::execute, "Counter.kernel", "instance method");
  }

  @Test
  void kernelsNamedLikeBuiltins() {
    TornadoExecutionPlan plan =
        plan(
            new TaskGraph("g")
                .transferToDevice(EVERY, x)
                .task("t", Kernels::isnan, new KernelContext(), x, y)
                .transferToHost(EVERY, y),
            grid(64, 32));
    assertError(plan::execute, "task g.t", "named isnan", "OpenCL", "rename");
    assertError(plan::execute, "named isnan");
  }

  @Test
  void argumentsInNoTransfer() {
    TaskGraph forgotten =
        new TaskGraph("g")
            .transferToDevice(EVERY, x)
            .task("t", Kernels::twice, new KernelContext(), x, y);
    assertError(plan(forgotten, grid(64, 32))::execute, "task g.t", "parameter 3 of 3", "in no");
    TaskGraph object =
        new TaskGraph("g").task("t", (a, b) -> a.set(0, b.size()), x, List.of()).persistOnDevice(x);
    assertError(new TornadoExecutionPlan(object.snapshot())::execute, "not simulated");
  }

  @Test
  void transfersOfOtherThings() {
    TaskGraph graph = new TaskGraph("g").transferToDevice(EVERY, 1);
    assertThatThrownBy(() -> graph.transferToHost(EVERY, 1))
        .isInstanceOf(TornadoRuntimeException.class);
    assertThatThrownBy(() -> graph.transferToDevice(EVERY, new Object[] {null}))
        .isInstanceOf(TornadoRuntimeException.class);
    assertError(() -> graph.transferToDevice(EVERY, new float[1]), "expected FloatArray");
    assertError(() -> graph.transferToDevice(DEMAND, x), "mode 2");
  }

  @Test
  void taskIdsAreUnique() {
    TaskGraph graph = graph();
    assertThatThrownBy(() -> graph.task("t", Kernels::twiceAsLoop, x, y))
        .isInstanceOf(TornadoTaskRuntimeException.class)
        .hasMessageContaining("t already");
  }

  @Test
  void grids() {
    assertError(plan(graph(), grid(65, 32))::execute, "task g.t", "65", "multiple", "32");
    assertError(plan(graph(), grid(2048, 2048))::execute, "local size of 2048", "1024");
    assertError(plan(graph(), new WorkerGrid1D(0))::execute, "global size of 0");
    WorkerGrid offset = new WorkerGrid1D(64);
    offset.setGlobalOffset(1, 0, 0);
    assertError(plan(graph(), offset)::execute, "offset");
    WorkerGrid flat = new WorkerGrid1D(64);
    flat.setGlobalWork(8, 8, 1);
    assertError(plan(graph(), flat)::execute, "dimension");
  }

  @Test
  void gridsOfTasks() {
    assertError(
        new TornadoExecutionPlan(graph().snapshot())::execute, "g.t", "has no WorkerGrid", "add");
    TornadoExecutionPlan misspelt =
        new TornadoExecutionPlan(graph().snapshot())
            .withGridScheduler(new GridScheduler("g.u", grid(64, 32)));
    assertError(misspelt::execute, "\"g.u\"", "no task", "g.t");
  }

  @Test
  void theSizeOfAGroupCanBeLeftOpen() throws Exception {
    WorkerGrid open = grid(67, 1);
    open.setLocalWorkToNull();
    open.setNumberOfWorkgroupsToNull();
    assertThat(open.getNumberOfWorkgroups()).isNull();
    try (TornadoExecutionPlan plan = plan(graph(), open)) {
      plan.execute();
      open.setGlobalWork(2 * 1031, 1, 1);
      plan.execute();
      open.setGlobalWork(1031, 1, 1);
      plan.execute();
    }
    assertThat(y.get(63)).isEqualTo(126);
  }
}
