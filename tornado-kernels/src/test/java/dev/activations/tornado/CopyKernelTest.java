package dev.activations.tornado;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.tornado.kernels.CopyKernel;
import dev.activations.tornado.kernels.Grids;
import dev.activations.tornado.kernels.RowKernels;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.ac.manchester.tornado.api.GridScheduler;
import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.TaskGraph;
import uk.ac.manchester.tornado.api.TornadoExecutionPlan;
import uk.ac.manchester.tornado.api.WorkerGrid1D;
import uk.ac.manchester.tornado.api.enums.DataTransferMode;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;

/** Both copies on any device: a backend takes the one that its device is faster with. */
@Isolated // Its graphs are not built behind the lock of the backend: TornadoVM builds one at a
// time.
class CopyKernelTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 127, 512, 513, 1000, 4097})
  void everyElementIsCopiedOnce(int count) throws Exception {
    for (boolean fourAtATime : new boolean[] {false, true}) {
      for (int perItem : new int[] {1, Grids.PER_ITEM_OF_GPU, 16}) {
        assertThat(copy(count, fourAtATime, perItem))
            .as("%d elements, %d for a work-item, four at a time: %s", count, perItem, fourAtATime)
            .isEqualTo(line(count));
      }
    }
  }

  private static float[] line(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = i + 0.5f;
    }
    return values;
  }

  private static float[] copy(int count, boolean fourAtATime, int perItem) throws Exception {
    FloatArray x = FloatArray.fromArray(line(count));
    FloatArray y = new FloatArray(count);
    IntArray shape = IntArray.fromElements(count);
    KernelContext context = new KernelContext();
    TaskGraph graph =
        new TaskGraph("copies").transferToDevice(DataTransferMode.EVERY_EXECUTION, shape, x);
    if (fourAtATime) {
      graph.task("copy", CopyKernel::copyFourElements, context, shape, x, y);
    } else {
      graph.task("copy", CopyKernel::copyElements, context, shape, x, y);
    }
    graph.transferToHost(DataTransferMode.EVERY_EXECUTION, y);
    WorkerGrid1D grid = new WorkerGrid1D(RowKernels.LANES);
    Grids.resize(grid, Grids.strides(count, perItem));
    Device device = Devices.found().named("tornado").orElseThrow();
    GridScheduler grids = new GridScheduler();
    grids.addWorkerGrid("copies.copy", grid);
    try (TornadoExecutionPlan plan = new TornadoExecutionPlan(graph.snapshot())) {
      plan.withDevice(device.device()).withGridScheduler(grids);
      plan.execute();
    }
    return y.toHeapArray();
  }
}
