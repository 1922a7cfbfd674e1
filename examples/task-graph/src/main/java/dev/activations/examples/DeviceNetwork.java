package dev.activations.examples;

import static dev.activations.examples.Digits.CLASSES;
import static dev.activations.examples.Digits.HIDDEN;
import static dev.activations.examples.Digits.PIXELS;
import static dev.activations.examples.Digits.ROWS;

import dev.activations.Activation;
import dev.activations.RowOperation;
import dev.activations.tornado.kernels.ActivationTasks;
import dev.activations.tornado.kernels.Grids;
import uk.ac.manchester.tornado.api.GridScheduler;
import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.TaskGraph;
import uk.ac.manchester.tornado.api.TornadoExecutionPlan;
import uk.ac.manchester.tornado.api.common.TornadoDevice;
import uk.ac.manchester.tornado.api.enums.DataTransferMode;
import uk.ac.manchester.tornado.api.exceptions.TornadoExecutionPlanException;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;

/** The network as one task graph: layers of our own, and the library's gelu and softmax. */
final class DeviceNetwork implements AutoCloseable {
  private final FloatArray images = new FloatArray(ROWS * PIXELS);
  private final FloatArray logits = new FloatArray(ROWS * CLASSES);
  private final FloatArray probabilities = new FloatArray(ROWS * CLASSES);
  private final TornadoExecutionPlan plan;

  DeviceNetwork(Digits digits, TornadoDevice device) {
    FloatArray w1 = FloatArray.fromArray(digits.w1);
    FloatArray b1 = FloatArray.fromArray(digits.b1);
    FloatArray w2 = FloatArray.fromArray(digits.w2);
    FloatArray b2 = FloatArray.fromArray(digits.b2);
    FloatArray hidden = new FloatArray(ROWS * HIDDEN);
    IntArray hiddenShape = IntArray.fromElements(ROWS * HIDDEN, HIDDEN, PIXELS);
    IntArray classShape = IntArray.fromElements(ROWS * CLASSES, CLASSES, HIDDEN);
    KernelContext context = new KernelContext();

    GridScheduler grids = new GridScheduler();
    TaskGraph graph =
        new TaskGraph("digits")
            .transferToDevice(
                DataTransferMode.FIRST_EXECUTION, w1, b1, w2, b2, hiddenShape, classShape)
            .transferToDevice(DataTransferMode.EVERY_EXECUTION, images)
            .persistOnDevice(hidden);
    ActivationTasks activations = new ActivationTasks(graph, grids);

    graph.task("layer1", DenseKernels::dense, context, hiddenShape, images, w1, b1, hidden);
    grids.addWorkerGrid("digits.layer1", Grids.elements(ROWS * HIDDEN));
    // In place, which every elementwise kernel of the library allows.
    activations.forward("gelu", Activation.GELU_ERF, ROWS * HIDDEN, hidden, hidden);
    graph.task("layer2", DenseKernels::dense, context, classShape, hidden, w2, b2, logits);
    grids.addWorkerGrid("digits.layer2", Grids.elements(ROWS * CLASSES));
    activations.forward("softmax", RowOperation.SOFTMAX, ROWS, CLASSES, logits, probabilities);
    graph.transferToHost(DataTransferMode.EVERY_EXECUTION, logits, probabilities);

    plan = new TornadoExecutionPlan(graph.snapshot());
    plan.withDevice(device).withGridScheduler(grids);
    if (device.getTornadoVMBackend().name().equals("OPENCL")) {
      // TornadoVM's default is -cl-fast-relaxed-math, under which NaN and infinities are undefined.
      plan.withCompilerFlags(device.getTornadoVMBackend(), "-w");
    }
  }

  /** What the network makes of ROWS images. */
  Scores scores(float[] pixels) {
    // A graph is bound to its array objects, so images are copied into the one it has.
    for (int i = 0; i < pixels.length; i++) {
      images.set(i, pixels[i]);
    }
    plan.execute();
    return new Scores(logits.toHeapArray(), probabilities.toHeapArray());
  }

  @Override
  public void close() throws TornadoExecutionPlanException {
    plan.close();
  }
}
