package dev.activations.tornado;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.Backends;
import dev.activations.RowOperation;
import dev.activations.Tensor;
import dev.activations.tornado.kernels.ActivationTasks;
import dev.activations.tornado.kernels.RowKernels;
import dev.activations.tornado.kernels.RowParameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.ac.manchester.tornado.api.GridScheduler;
import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.TaskGraph;
import uk.ac.manchester.tornado.api.TornadoExecutionPlan;
import uk.ac.manchester.tornado.api.WorkerGrid1D;
import uk.ac.manchester.tornado.api.enums.DataTransferMode;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;

/** The kernels of rows in graphs of others: with each launch, and by {@link ActivationTasks}. */
@Isolated // Its graphs are not built behind the lock of the backend: TornadoVM builds one at a
// time.
class RowLaunchTest {
  private static final int ROWS = 5;
  private static final int COLUMNS = 200;

  @BeforeEach
  void device() {
    RequiredDevice.check();
  }

  /** Fewer groups than rows take several rows each, those beyond the rows do nothing. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, ROWS, ROWS + 1, 64})
  void anyNumberOfGroupsIsRight(int groups) throws Exception {
    float[] y = softmax(groups * RowKernels.LANES, RowKernels.LANES);
    assertThat(y).hasSize(ROWS * COLUMNS + 100);
    for (int row = 0; row < ROWS; row++) {
      double sum = 0;
      for (int i = 0; i < COLUMNS; i++) {
        sum += y[row * COLUMNS + i];
      }
      assertThat(sum).as("row %d of %d groups", row, groups).isBetween(0.99999, 1.00001);
    }
    for (int i = ROWS * COLUMNS; i < y.length; i++) {
      assertThat(y[i]).as("behind the rows").isEqualTo(7);
    }
  }

  @ParameterizedTest
  @CsvSource({"640,64", "1,1", "256,256"})
  void groupsOfAnotherSizeGiveNaN(int items, int local) throws Exception {
    float[] y = softmax(items, local);
    for (int i = 0; i < y.length; i++) {
      assertThat(Float.isNaN(y[i])).as("element %d", i).isEqualTo(i < ROWS * COLUMNS);
    }
  }

  private static float[] softmax(int items, int local) throws Exception {
    FloatArray x = FloatArray.fromArray(line(ROWS * COLUMNS + 100));
    x.set(ROWS * COLUMNS, 7);
    for (int i = ROWS * COLUMNS; i < x.getSize(); i++) {
      x.set(i, 7);
    }
    IntArray shape = IntArray.fromElements(ROWS * COLUMNS, ROWS, COLUMNS);
    FloatArray parameters = FloatArray.fromArray(RowParameters.of(RowOperation.SOFTMAX));
    // In place, so that what is not computed is what was there.
    TaskGraph graph =
        new TaskGraph("launch")
            .transferToDevice(DataTransferMode.EVERY_EXECUTION, shape, parameters, x)
            .task("rows", RowKernels::softmaxLong, new KernelContext(), shape, parameters, x, x)
            .transferToHost(DataTransferMode.EVERY_EXECUTION, x);
    WorkerGrid1D grid = new WorkerGrid1D(items);
    grid.setGlobalWork(items, 1, 1);
    grid.setLocalWork(local, 1, 1);
    run(graph, new GridScheduler("launch.rows", grid));
    return x.toHeapArray();
  }

  /** Short rows, long rows, and rows in chunks, whose last is not whole. */
  @ParameterizedTest
  @CsvSource({"7,10", "3,300", "2,65537", "1,150001"})
  void tasksAndGridsComeFromOneCall(int rows, int columns) throws Exception {
    for (RowOperation f :
        new RowOperation[] {
          RowOperation.SOFTMAX, RowOperation.logSoftmax(2), RowOperation.LOGSUMEXP
        }) {
      int width = f.outputColumns(columns);
      FloatArray x = FloatArray.fromArray(line(rows * columns));
      FloatArray dy = FloatArray.fromArray(line(rows * width));
      FloatArray y = new FloatArray(rows * width);
      FloatArray dx = new FloatArray(rows * columns);
      TaskGraph graph =
          new TaskGraph("tasks").transferToDevice(DataTransferMode.EVERY_EXECUTION, x, dy);
      GridScheduler grids = new GridScheduler();
      ActivationTasks tasks = new ActivationTasks(graph, grids);
      boolean fromInput = f.kind() == RowOperation.Kind.LOGSUMEXP;
      tasks.forward("forward", f, rows, columns, x, y);
      tasks.backward("backward", f, rows, columns, fromInput ? x : y, dy, dx);
      tasks.backward("gelu", Activation.GELU_ERF, rows * columns, x, dx, dx);
      graph.transferToHost(DataTransferMode.EVERY_EXECUTION, y, dx);
      run(graph, grids);
      try (Backend backend = Backends.open("tornado");
          Tensor input = backend.allocate(rows, columns, line(rows * columns));
          Tensor output = backend.allocate(rows, width);
          Tensor gradient = backend.allocate(rows, width, line(rows * width));
          Tensor slope = backend.allocate(rows, columns)) {
        backend.forward(f, input, output);
        backend.backward(f, fromInput ? input : output, gradient, slope);
        backend.backward(Activation.GELU_ERF, input, slope, slope);
        assertThat(y.toHeapArray())
            .as("%s of %d x %d", f, rows, columns)
            .isEqualTo(output.toArray());
        assertThat(dx.toHeapArray())
            .as("%s of %d x %d", f, rows, columns)
            .isEqualTo(slope.toArray());
      }
    }
  }

  @Test
  void anArrayThatIsTooShortIsNamed() {
    ActivationTasks tasks = new ActivationTasks(new TaskGraph("short"), new GridScheduler());
    FloatArray ten = new FloatArray(10);
    assertThatThrownBy(
            () -> tasks.forward("rows", RowOperation.SOFTMAX, 2, 6, new FloatArray(12), ten))
        .hasMessage("softmax of task rows: y needs at least 12 elements, found 10");
    assertThatThrownBy(() -> tasks.forward("f", Activation.RELU, 0, ten, ten))
        .hasMessageContaining("found 1 x 0");
  }

  private static float[] line(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (i * 37 % 101) * 0.05f - 2;
    }
    return values;
  }

  private static void run(TaskGraph graph, GridScheduler grids) throws Exception {
    Device device = Devices.found().named("tornado").orElseThrow();
    try (TornadoExecutionPlan plan = new TornadoExecutionPlan(graph.snapshot())) {
      plan.withDevice(device.device()).withGridScheduler(grids);
      if (device.isOpenCl()) {
        plan.withCompilerFlags(device.backendType(), "-w");
      }
      plan.execute();
    }
  }
}
