package dev.activations.tornado.kernels;

import dev.activations.RowOperation;
import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.TaskGraph;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task5;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task6;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;

/** Puts the kernel of a row operation into a task graph. */
public final class RowTasks {
  private RowTasks() {}

  /**
   * Adds the task y = f(x).
   *
   * @param kind the operation
   * @param shortRows for the kernel of short rows
   * @param graph gets the task
   * @param id of the task
   * @param context the ids of the work-item
   * @param shape {elements, rows, columns}
   * @param parameters {@link RowParameters#of}
   * @param x the input
   * @param y gets the result
   */
  public static void forward(
      RowOperation.Kind kind,
      boolean shortRows,
      TaskGraph graph,
      String id,
      KernelContext context,
      IntArray shape,
      FloatArray parameters,
      FloatArray x,
      FloatArray y) {
    graph.task(id, forward(kind, shortRows), context, shape, parameters, x, y);
  }

  /**
   * Adds the task of a backward.
   *
   * @param kind the operation
   * @param shortRows for the kernel of short rows
   * @param graph gets the task
   * @param id of the task
   * @param context the ids of the work-item
   * @param shape {elements, rows, columns}
   * @param parameters {@link RowParameters#of}
   * @param saved the output of the forward; for logsumexp its input
   * @param dy the gradient of the output
   * @param dx gets the gradient of the input
   */
  public static void backward(
      RowOperation.Kind kind,
      boolean shortRows,
      TaskGraph graph,
      String id,
      KernelContext context,
      IntArray shape,
      FloatArray parameters,
      FloatArray saved,
      FloatArray dy,
      FloatArray dx) {
    graph.task(id, backward(kind, shortRows), context, shape, parameters, saved, dy, dx);
  }

  private static Task5<KernelContext, IntArray, FloatArray, FloatArray, FloatArray> forward(
      RowOperation.Kind kind, boolean shortRows) {
    return switch (kind) {
      case SOFTMAX, SOFTMIN -> shortRows ? RowKernels::softmaxShort : RowKernels::softmaxLong;
      case LOG_SOFTMAX -> shortRows ? RowKernels::logSoftmaxShort : RowKernels::logSoftmaxLong;
      case LOGSUMEXP -> shortRows ? RowKernels::logSumExpShort : RowKernels::logSumExpLong;
    };
  }

  private static Task6<KernelContext, IntArray, FloatArray, FloatArray, FloatArray, FloatArray>
      backward(RowOperation.Kind kind, boolean shortRows) {
    return switch (kind) {
      case SOFTMAX, SOFTMIN ->
          shortRows ? RowKernels::softmaxBackwardShort : RowKernels::softmaxBackwardLong;
      case LOG_SOFTMAX ->
          shortRows ? RowKernels::logSoftmaxBackwardShort : RowKernels::logSoftmaxBackwardLong;
      case LOGSUMEXP ->
          shortRows ? RowKernels::logSumExpBackwardShort : RowKernels::logSumExpBackwardLong;
    };
  }
}
